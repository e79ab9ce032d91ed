package jirei.web.library;

import java.util.ArrayList;
import java.util.List;
import jirei.corpus.text.CorpusDiagnostic;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON with one value a line, so that the line of a diagnostic is the place of a field. JSON that cannot be read is left as it is.
 * Immutable.
 *
 * @param text the JSON
 * @param places the place of each line, as {@code sections.2.text}; empty for the whole
 */
record JsonPlaces(String text, List<String> places) {
    private static final JsonMapper JSON = JsonMapper.shared();

    JsonPlaces {
        places = List.copyOf(places);
    }

    /** Returns {@code json}, in which names may occur twice. */
    static JsonPlaces of(String json) {
        var text = new StringBuilder();
        List<String> places = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(json)) {
            boolean isFollowing = false;
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth -= token.isStructEnd() ? 1 : 0;
                text.append(isFollowing && depth > 0 && !token.isStructEnd() ? "," : "")
                        .append(written(token, parser))
                        .append('\n');
                places.add(parser.streamReadContext()
                        .pathAsPointer()
                        .toString()
                        .replaceFirst("^/", "")
                        .replace('/', '.'));
                depth += token.isStructStart() ? 1 : 0;
                isFollowing = !token.isStructStart() && token != JsonToken.PROPERTY_NAME;
            }
            return new JsonPlaces(text.toString().stripTrailing(), places);
        } catch (JacksonException malformed) {
            return new JsonPlaces(json, List.of());
        }
    }

    private static String written(JsonToken token, JsonParser parser) {
        return switch (token) {
            case PROPERTY_NAME -> JSON.writeValueAsString(parser.currentName()) + ":";
            case VALUE_STRING -> JSON.writeValueAsString(parser.getString());
            default -> parser.getString();
        };
    }

    /** Returns the problem of a diagnostic, after the place that it is about. */
    String problem(CorpusDiagnostic diagnostic) {
        int line = diagnostic.line() - 1;
        String place = line < places.size() ? places.get(line) : "";
        return place.isEmpty() ? diagnostic.problem() : place + ": " + diagnostic.problem();
    }
}
