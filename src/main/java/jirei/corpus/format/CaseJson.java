package jirei.corpus.format;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jirei.cases.Actor;
import jirei.cases.CaseStudy;
import jirei.cases.Prefecture;
import jirei.cases.RegionFigures;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Source;
import jirei.cases.Theme;
import jirei.corpus.lexicon.ControlledVocabulary;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusFormatException;
import jirei.corpus.text.DiagnosticCollector;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * A case as one line of JSON, the form for bulk and for the web.
 *
 * <p>What is empty or unknown is left out, except that a section always has its actors and themes. On reading, missing
 * actors and themes are found by the lexicon's rules and an empty list means none.
 */
public final class CaseJson {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String NO_HEADING = "\"heading\":\"\"";
    private static final String NO_TEXT = "\"text\":\"\"";

    private CaseJson() {}

    /** Writes {@code caseStudy} as one line, without a line end. */
    public static String write(CaseStudy caseStudy) {
        return MAPPER.writeValueAsString(toMap(caseStudy));
    }

    /** Writes {@code caseStudy} as {@link #write} does, but with empty headings and texts, to be filled in again later. */
    public static String writeBare(CaseStudy caseStudy) {
        Map<String, Object> map = headToMap(caseStudy);
        map.put("sections", caseStudy.sections().stream().map(CaseJson::bare).toList());
        return MAPPER.writeValueAsString(map);
    }

    private static Map<String, Object> bare(Section section) {
        Map<String, Object> map = toMap(section);
        map.put("heading", "");
        map.put("text", "");
        return map;
    }

    /** How many sections {@code bare} has, which {@link #writeBare} made. */
    public static int sections(String bare) {
        int sections = 0;
        for (int at = bare.indexOf(NO_TEXT); at >= 0; at = bare.indexOf(NO_TEXT, at + 1)) {
            sections++;
        }
        return sections;
    }

    /** What {@link #write} gives, made of what {@link #writeBare} gave and of the headings and texts of all sections. */
    public static String fill(String bare, List<String> headings, List<String> texts) {
        return fill(fill(bare, NO_HEADING, headings), NO_TEXT, texts);
    }

    /** Quotation marks inside of strings are escaped, so that an empty field can't be mistaken. */
    private static String fill(String bare, String empty, List<String> values) {
        var filled = new StringBuilder();
        int at = 0;
        for (String value : values) {
            int next = bare.indexOf(empty, at) + empty.length() - 2;
            filled.append(bare, at, next).append(MAPPER.writeValueAsString(value));
            at = next + 2;
        }
        return filled.append(bare, at, bare.length()).toString();
    }

    /**
     * Reads a case.
     *
     * @param line the line of {@code file} on which {@code json} stands, from 1
     * @throws CorpusFormatException with all faults of the case, if it has any
     */
    public static CaseStudy read(Path file, int line, String json, Lexicon lexicon) throws CorpusFormatException {
        var faults = new DiagnosticCollector(file);
        FieldValue value = parse(line, json, faults);
        faults.throwIfAny();
        if (!(value instanceof FieldValue.Fields object)) {
            faults.add(line, "JSON のオブジェクトではないため、一行に { } で囲んだ事例を一件ずつ書いてください");
            faults.throwIfAny();
            throw new IllegalStateException("not reached");
        }
        var fields = new FieldReader(object, "", faults);
        CaseFrontMatter head = CaseFrontMatter.read(fields, faults);
        List<SectionDraft> drafts = drafts(fields, lexicon, faults);
        fields.refuseOthers();
        List<Section> sections = SectionDraft.complete(drafts, lexicon, faults);
        faults.throwIfAny();
        return head.with(sections);
    }

    /** The case as JSON types: maps in the order of the fields, lists, texts and numbers. */
    public static Map<String, Object> toMap(CaseStudy caseStudy) {
        Map<String, Object> map = headToMap(caseStudy);
        map.put("sections", caseStudy.sections().stream().map(CaseJson::toMap).toList());
        return map;
    }

    /** The fields of the case but its sections, as {@link #toMap(CaseStudy)} gives them. */
    static Map<String, Object> headToMap(CaseStudy caseStudy) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", caseStudy.id());
        putKnown(map, "number", caseStudy.number());
        map.put("title", caseStudy.title());
        putKnown(map, "collection", caseStudy.collection());
        putKnown(map, "year", caseStudy.year());
        Prefecture prefecture = caseStudy.prefecture();
        putKnown(map, "prefecture", prefecture == null ? null : prefecture.fullName());
        putKnown(map, "place", caseStudy.place());
        putKnown(map, "region", toMap(caseStudy.region()));
        putKnown(map, "source", toMap(caseStudy.source()));
        return map;
    }

    private static Map<String, Object> toMap(RegionFigures region) {
        Map<String, Object> map = new LinkedHashMap<>();
        Map<String, Object> basis = new LinkedHashMap<>();
        putKnown(map, "name", region.name());
        region.figures().forEach((what, figure) -> {
            BigDecimal value = figure.value();
            map.put(what.id(), value);
            putKnown(basis, what.id(), figure.basis());
        });
        putKnown(map, "basis", basis);
        return map;
    }

    private static Map<String, Object> toMap(Source source) {
        Map<String, Object> map = new LinkedHashMap<>();
        putKnown(map, "title", source.title());
        putKnown(map, "publisher", source.publisher());
        putKnown(map, "url", source.url());
        putKnown(map, "rights", source.rights());
        return map;
    }

    private static Map<String, Object> toMap(Section section) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", section.id());
        map.put("kind", section.kind().id());
        map.put("heading", section.heading());
        putKnown(map, "parent", section.parent());
        map.put("actors", section.actors().stream().map(Actor::name).toList());
        map.put("themes", section.themes().stream().map(Theme::letter).toList());
        map.put("text", section.text());
        return map;
    }

    private static void putKnown(Map<String, Object> map, String name, @Nullable Object value) {
        boolean isUnknown = value == null
                || (value instanceof String text && text.isEmpty())
                || (value instanceof Map<?, ?> inner && inner.isEmpty());
        if (!isUnknown) {
            map.put(name, value);
        }
    }

    private static FieldValue parse(int line, String json, DiagnosticCollector faults) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            return new FieldParser(parser, line - 1, faults).read();
        } catch (JacksonException e) {
            faults.add(
                    line,
                    "JSON として読めない（"
                            + (e.getLocation() == null ? 1 : e.getLocation().getColumnNr())
                            + "文字目の付近）ため、この行を JSON の書き方に合わせて直してください");
            return new FieldValue.Nothing(line);
        }
    }

    private static List<SectionDraft> drafts(FieldReader fields, Lexicon lexicon, DiagnosticCollector faults) {
        var words = new ControlledVocabulary(lexicon.actors(), faults);
        List<SectionDraft> drafts = new ArrayList<>();
        List<FieldValue> sections = fields.items("sections").orElse(List.of());
        if (sections.isEmpty()) {
            faults.add(fields.line("sections"), "sections に節が一つもないため、一つ以上の節を書いてください");
        }
        int number = 0;
        for (FieldValue section : sections) {
            number++;
            String place = "sections[" + number + "].";
            if (section instanceof FieldValue.Fields object) {
                drafts.add(draft(new FieldReader(object, place, faults), words));
            } else {
                faults.add(section.line(), number + "番目の節が JSON のオブジェクトではないため、{ } で囲んで書いてください");
            }
        }
        return drafts;
    }

    private static SectionDraft draft(FieldReader fields, ControlledVocabulary words) {
        int line = fields.line("id");
        String id = fields.requiredText("id", "s1-2 のように英数字で書いてください");
        String kindName = fields.text("kind");
        SectionKind kind = kindName.isEmpty() ? null : words.kind(line, kindName);
        String heading = fields.text("heading");
        String parent = fields.text("parent");
        Optional<List<String>> actors = fields.texts("actors");
        Optional<List<String>> themes = fields.texts("themes");
        String text = fields.text("text");
        fields.refuseOthers();
        return new SectionDraft(
                line,
                id,
                kind,
                heading,
                parent,
                line,
                actors.map(names -> words.actors(line, names)).orElse(null),
                themes.map(names -> words.themes(line, names)).orElse(null),
                text);
    }
}
