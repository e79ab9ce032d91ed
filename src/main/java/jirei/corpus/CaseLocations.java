package jirei.corpus;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * The places of the cases of a corpus by id. Only ids are read, so that files with faults are found too. An unreadable
 * file is skipped. Immutable.
 */
public final class CaseLocations {
    /** Number of bytes of a case file in which the front matter is searched for the id. */
    private static final int HEAD_BYTES = 1 << 16;
    /** Number of bytes of a line of JSON that are searched for the id. */
    private static final int MAX_LINE_BYTES = 16 << 20;

    private static final Pattern FRONT_MATTER_ID =
            Pattern.compile("(?m)^id:[ \\t]*+[\"']?([A-Za-z0-9][A-Za-z0-9._-]{0,99})[\"']?[ \\t]*+\\r?$");
    private static final Pattern FRONT_MATTER_END = Pattern.compile("(?m)^---[ \\t]*+\\r?$");

    private final Map<String, Location> byId = new HashMap<>();

    /**
     * The place of a case. Immutable.
     *
     * @param file the file
     * @param line the line of the case in a JSON Lines file, from 1; 0 if the file is a case file of its own
     */
    public record Location(Path file, int line) {
        /** Returns whether the case is a line of a JSON Lines file. */
        public boolean isLine() {
            return line > 0;
        }

        /** Returns the file, with the line if it has one. */
        @Override
        public String toString() {
            return isLine() ? file + ":" + line : file.toString();
        }
    }

    private CaseLocations() {}

    /**
     * Finds the cases of {@code corpusDirectory}; none if it does not exist. If an id occurs more than once, the first
     * place in path order is used.
     *
     * @throws IOException if the directory cannot be listed
     */
    public static CaseLocations in(Path corpusDirectory) throws IOException {
        var locations = new CaseLocations();
        for (Path file : CorpusFiles.in(corpusDirectory).cases()) {
            try {
                if (CorpusFiles.isJsonLines(file)) {
                    locations.addLines(file);
                } else {
                    locations.addCaseFile(file);
                }
            } catch (IOException unreadable) {
                // reported by "check" and when the corpus is indexed
            }
        }
        return locations;
    }

    /** Returns the place of the case with {@code id}; empty if the corpus has none. */
    public Optional<Location> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private void addCaseFile(Path file) throws IOException {
        String head;
        try (InputStream in = Files.newInputStream(file)) {
            head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1); // ids are ASCII
        }
        int end = FRONT_MATTER_END
                .matcher(head)
                .results()
                .skip(1)
                .mapToInt(MatchResult::start)
                .findFirst()
                .orElse(head.length());
        Matcher id = FRONT_MATTER_ID.matcher(head).region(0, end);
        if (id.find()) {
            byId.putIfAbsent(id.group(1), new Location(file, 0));
        }
    }

    private void addLines(Path file) throws IOException {
        int number = 1;
        var line = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), HEAD_BYTES)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    addLine(file, number, line);
                    number++;
                } else if (line.size() < MAX_LINE_BYTES) {
                    line.write(next);
                }
            }
        }
        addLine(file, number, line);
    }

    private void addLine(Path file, int number, ByteArrayOutputStream line) {
        String json = line.toString(StandardCharsets.UTF_8);
        line.reset();
        try (JsonParser parser = JsonMapper.shared().createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isId = parser.currentName().equals("id");
                JsonToken value = parser.nextToken();
                if (isId && value == JsonToken.VALUE_STRING) {
                    byId.putIfAbsent(parser.getString(), new Location(file, number));
                    return;
                }
                parser.skipChildren();
            }
        } catch (JacksonException invalid) {
            // not a case
        }
    }
}
