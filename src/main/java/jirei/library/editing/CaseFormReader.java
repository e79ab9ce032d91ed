package jirei.library.editing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jirei.cases.CaseStudy;
import jirei.corpus.format.CaseJson;
import jirei.corpus.format.CaseMarkdown;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.lexicon.LexiconLine;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;
import jirei.corpus.text.CorpusLimits;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the case in a form. The form is written as JSON with one field a line, so that the line of a diagnostic is the place of a
 * field. Stateless.
 */
public final class CaseFormReader {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S.*");
    private static final Path FORM = Path.of("form");

    private final StringBuilder json = new StringBuilder("{\n");
    private final List<String> places = new ArrayList<>(List.of(""));

    private CaseFormReader() {}

    /**
     * A form that was read. Immutable.
     *
     * @param caseStudy the case; null if the form is invalid
     * @param faults what is wrong
     */
    public record Result(@Nullable CaseStudy caseStudy, List<Fault> faults) {}

    /**
     * A fault of a form. Immutable.
     *
     * @param place the name of a field, as {@code title}, or of a field of a section, as {@code sections.2.text}; a section counts from 0
     * @param problem a sentence in Japanese
     */
    public record Fault(String place, String problem) {}

    /** Reads {@code form}. */
    public static Result read(CaseForm form, Lexicon lexicon) {
        var reader = new CaseFormReader();
        reader.write(form);
        try {
            CaseStudy read = CaseJson.read(FORM, 1, reader.json.toString(), lexicon, FieldLabels::of);
            List<Fault> faults = new ArrayList<>(faultsOfAddress(form));
            faults.addAll(faultsOfFile(read, lexicon));
            return new Result(faults.isEmpty() ? read : null, List.copyOf(faults));
        } catch (CorpusFormatException e) {
            List<Fault> faults = new ArrayList<>(faultsOfAddress(form));
            e.diagnostics().forEach(diagnostic -> faults.add(reader.fault(form, diagnostic)));
            return new Result(null, List.copyOf(faults));
        }
    }

    /** Names what the form does not show, the id of a section and the file of the lexicon, as the form does. */
    private Fault fault(CaseForm form, CorpusDiagnostic diagnostic) {
        String place = place(diagnostic.line());
        String problem = diagnostic.problem().replace("lexicon/actors.txt に", "用語の辞書に");
        for (int at = 0; at < form.sections().size(); at++) {
            String own = "節「" + form.sections().get(at).id() + "」";
            if (place.startsWith("sections." + at + ".") || place.equals("sections." + at)) {
                problem = problem.replace(own, "この節");
            }
        }
        return new Fault(place, problem);
    }

    /** The address is shown as a link, which leads to a page and nowhere else. */
    private static List<Fault> faultsOfAddress(CaseForm form) {
        String address = form.field("source.url").strip();
        boolean isWrong = !address.isEmpty()
                && address.length() <= CorpusLimits.MAX_URL_LENGTH
                && !ADDRESS.matcher(address).matches();
        return isWrong
                ? List.of(new Fault(
                        "source.url",
                        FieldLabels.of("source.url") + "「" + address + "」は使えません。https:// か http:// から始まるURLを書いてください"))
                : List.of();
    }

    /** Returns what only the case file cannot have, such as a paragraph longer than the longest line. */
    private static List<Fault> faultsOfFile(CaseStudy read, Lexicon lexicon) {
        try {
            CaseMarkdown.read(FORM, CaseMarkdown.write(read), lexicon);
            return List.of();
        } catch (CorpusFormatException e) {
            return e.diagnostics().stream()
                    .map(diagnostic -> new Fault("", diagnostic.problem()))
                    .toList();
        }
    }

    private String place(int line) {
        return places.get(Math.clamp(line - 1, 0, places.size() - 1));
    }

    private void write(CaseForm form) {
        field("id", form.id(), "id");
        for (String name : List.of("title", "number", "collection", "year", "prefecture", "place")) {
            field(name, form.field(name), name);
        }
        facets(form.fields(), CaseForm.FACET_PREFIX, "");
        object(
                "region",
                form,
                CaseForm.FIELDS.stream()
                        .filter(name -> name.startsWith("region.") && !name.startsWith("region.basis."))
                        .toList());
        object(
                "source",
                form,
                CaseForm.FIELDS.stream()
                        .filter(name -> name.startsWith("source."))
                        .toList());
        line("\"sections\": [", "");
        Set<String> ids = form.sections().stream().map(SectionForm::id).collect(Collectors.toSet());
        String main = "";
        for (int at = 0; at < form.sections().size(); at++) {
            SectionForm section = form.sections().get(at);
            String parent = section.isMain() ? "" : parent(section, main, ids);
            section(section, parent, "sections." + at, at + 1 < form.sections().size());
            main = parent.isEmpty() ? section.id() : main;
        }
        line("]", "");
        json.append('}');
        places.add("");
    }

    /** Returns the section that one that is no main section belongs to; empty if none is left. */
    private static String parent(SectionForm section, String main, Set<String> ids) {
        boolean isChosen = ids.contains(section.parent()) && !section.parent().equals(section.id());
        return isChosen ? section.parent() : main;
    }

    private void object(String name, CaseForm form, List<String> fields) {
        line(MAPPER.writeValueAsString(name) + ": {", name);
        for (String field : fields) {
            field(field.substring(name.length() + 1), form.field(field), field);
        }
        if (name.equals("region")) {
            basis(form);
        }
        lastComma();
        line("},", name);
    }

    private void basis(CaseForm form) {
        String prefix = "region.basis.";
        line("\"basis\": {", "region");
        CaseForm.FIELDS.stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> field(name.substring(prefix.length()), form.field(name), name));
        lastComma();
        line("},", "region");
    }

    private void section(SectionForm section, String parent, String place, boolean isFollowed) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("kind", section.kind());
        texts.put("heading", section.heading());
        texts.put("parent", parent);
        texts.put("pages", section.pages());
        texts.put("ocrConfidence", section.ocrConfidence());
        texts.put("text", section.text());
        line("{", place);
        field("id", section.id(), place + ".heading"); // a section with neither heading nor text is reported there
        texts.forEach((name, value) -> field(name, value, place + "." + name));
        names("actors", section.actors(), place);
        names("themes", section.themes(), place);
        facets(section.facets(), "", place + ".");
        lastComma();
        line(isFollowed ? "}," : "}", place);
    }

    /**
     * Writes the values of the facets that the corpus declares; blank ones are missing.
     *
     * @param prefix the prefix of their names in {@code typed}, which other fields lack
     */
    private void facets(Map<String, String> typed, String prefix, String place) {
        Map<String, String> values = new LinkedHashMap<>();
        typed.forEach((name, value) -> {
            if (name.startsWith(prefix) && !value.isBlank()) {
                values.put(name.substring(prefix.length()), value);
            }
        });
        if (!values.isEmpty()) {
            line("\"facets\": {", place);
            values.forEach((name, value) -> field(name, value, place + CaseForm.FACET_PREFIX + name));
            lastComma();
            line("},", place);
        }
    }

    private void field(String name, String value, String place) {
        line(MAPPER.writeValueAsString(name) + ": " + MAPPER.writeValueAsString(value) + ",", place);
    }

    /** Writes a list of names; without one the rules of the lexicon decide. */
    private void names(String name, String typed, String place) {
        List<String> names = LexiconLine.split(typed);
        if (!names.isEmpty()) {
            List<String> written = names.equals(List.of(SectionForm.NONE)) ? List.of() : names;
            line(MAPPER.writeValueAsString(name) + ": " + MAPPER.writeValueAsString(written) + ",", place + "." + name);
        }
    }

    private void line(String text, String place) {
        json.append(text).append('\n');
        places.add(place);
    }

    /** Removes the comma behind the last field of an object. */
    private void lastComma() {
        json.deleteCharAt(json.length() - 2);
    }
}
