package jirei.corpus.format;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import jirei.cases.Actor;
import jirei.cases.CaseStudy;
import jirei.cases.OwnValues;
import jirei.cases.Pages;
import jirei.cases.Prefecture;
import jirei.cases.RegionFigure;
import jirei.cases.RegionFigures;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Source;
import jirei.cases.Theme;
import jirei.corpus.lexicon.ControlledVocabulary;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusFormatException;
import jirei.corpus.text.CorpusLimits;
import jirei.corpus.text.DiagnosticCollector;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * A case as one line of JSON, the format for bulk data and for the web. Stateless.
 *
 * <p>Empty and unknown values are omitted, but a section always has its actors and themes. On reading, missing actors
 * and themes are assigned by the rules of the lexicon, and an empty list means none.
 */
public final class CaseJson {
    private static final JsonMapper MAPPER = new JsonMapper(
            JsonFactory.builder().streamReadConstraints(FieldParser.CONSTRAINTS).build());
    /** The field of the values of the facets that the corpus declares; in front matter each is a field. */
    static final String FACETS = "facets";

    private static final String NO_HEADING = "\"heading\":\"\"";
    private static final String NO_TEXT = "\"text\":\"\"";

    private CaseJson() {}

    /** Writes {@code caseStudy} as one line, without a line terminator. */
    public static String write(CaseStudy caseStudy) {
        return MAPPER.writeValueAsString(toMap(caseStudy));
    }

    /** Writes {@code caseStudy} as {@link #write} does, but with empty headings and texts, for {@link #fill}. */
    public static String writeWithoutText(CaseStudy caseStudy) {
        Map<String, Object> map = frontMatterToMap(caseStudy);
        map.put(
                "sections",
                caseStudy.sections().stream().map(CaseJson::withoutText).toList());
        return MAPPER.writeValueAsString(map);
    }

    private static Map<String, Object> withoutText(Section section) {
        Map<String, Object> map = toMap(section);
        map.put("heading", "");
        map.put("text", "");
        return map;
    }

    /** Returns the number of sections of {@code json}, a result of {@link #writeWithoutText}. */
    public static int countSections(String json) {
        int sections = 0;
        for (int at = json.indexOf(NO_TEXT); at >= 0; at = json.indexOf(NO_TEXT, at + 1)) {
            sections++;
        }
        return sections;
    }

    /**
     * Restores the result of {@link #write} from that of {@link #writeWithoutText}.
     *
     * @param headings the headings of all sections, in order
     * @param texts the texts of all sections, in order
     */
    public static String fill(String json, List<String> headings, List<String> texts) {
        return fill(fill(json, NO_HEADING, headings), NO_TEXT, texts);
    }

    /** Replaces the occurrences of {@code empty}. Safe, because quotation marks inside strings are escaped. */
    private static String fill(String json, String empty, List<String> values) {
        var filled = new StringBuilder();
        int at = 0;
        for (String value : values) {
            int next = json.indexOf(empty, at) + empty.length() - 2;
            filled.append(json, at, next).append(MAPPER.writeValueAsString(value));
            at = next + 2;
        }
        return filled.append(json, at, json.length()).toString();
    }

    /**
     * Reads a case.
     *
     * @param file the file that contains the case, for diagnostics
     * @param line the line of {@code file} that is {@code json}, from 1
     * @throws CorpusFormatException with all diagnostics of the case, if it is invalid
     */
    public static CaseStudy read(Path file, int line, String json, Lexicon lexicon) throws CorpusFormatException {
        return read(file, line, json, lexicon, UnaryOperator.identity());
    }

    /**
     * As {@link #read(Path, int, String, Lexicon)}, with other names of the fields of a case in diagnostics.
     *
     * @param labels returns how diagnostics call a field, as for {@code region.population}
     */
    public static CaseStudy read(Path file, int line, String json, Lexicon lexicon, UnaryOperator<String> labels)
            throws CorpusFormatException {
        var diagnostics = new DiagnosticCollector(file);
        FieldValue value = parse(line, json, diagnostics);
        diagnostics.throwIfAny();
        if (!(value instanceof FieldValue.Fields object)) {
            diagnostics.add(line, "JSON のオブジェクトではありません。一行に { } で囲んだ事例を一件ずつ書いてください");
            diagnostics.throwIfAny();
            throw new IllegalStateException("not reached");
        }
        var fields = new FieldReader(object, "", diagnostics, labels);
        var vocabulary = new ControlledVocabulary(lexicon, diagnostics);
        FieldReader facets = fields.fields(FACETS);
        CaseFrontMatter frontMatter = CaseFrontMatter.read(fields, facets, vocabulary, diagnostics);
        facets.rejectUnknown();
        List<SectionDraft> drafts = drafts(fields, vocabulary, diagnostics);
        fields.rejectUnknown();
        List<Section> sections = SectionDraft.complete(drafts, lexicon, diagnostics);
        diagnostics.throwIfAny();
        return frontMatter.with(sections);
    }

    /** Returns the case as maps in field order, lists, strings and numbers. */
    public static Map<String, Object> toMap(CaseStudy caseStudy) {
        Map<String, Object> map = frontMatterToMap(caseStudy);
        map.put("sections", caseStudy.sections().stream().map(CaseJson::toMap).toList());
        return map;
    }

    /** Returns all fields of the case except the sections, as in {@link #toMap(CaseStudy)}. */
    static Map<String, Object> frontMatterToMap(CaseStudy caseStudy) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", caseStudy.id());
        putKnown(map, "number", caseStudy.number());
        map.put("title", caseStudy.title());
        putKnown(map, "collection", caseStudy.collection());
        putKnown(map, "year", caseStudy.year());
        Prefecture prefecture = caseStudy.prefecture();
        putKnown(map, "prefecture", prefecture == null ? null : prefecture.fullName());
        putKnown(map, "place", caseStudy.place());
        putKnown(map, FACETS, caseStudy.facets().byName());
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
        putKnown(
                map,
                "fromStatistics",
                region.fromStatistics().isEmpty()
                        ? null
                        : region.fromStatistics().stream().map(RegionFigure::id).toList());
        return map;
    }

    private static Map<String, Object> toMap(Source source) {
        Map<String, Object> map = new LinkedHashMap<>();
        putKnown(map, "title", source.title());
        putKnown(map, "publisher", source.publisher());
        putKnown(map, "url", source.url());
        putKnown(map, "rights", source.rights());
        putKnown(map, "file", source.file());
        putKnown(map, "sha256", source.sha256());
        putKnown(map, "retoldBy", source.retoldBy());
        return map;
    }

    private static Map<String, Object> toMap(Section section) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", section.id());
        map.put("kind", section.kind().id());
        map.put("heading", section.heading());
        putKnown(map, "parent", section.parent());
        map.put("actors", section.actors().stream().map(Actor::name).toList());
        map.put("themes", section.themes().stream().map(Theme::id).toList());
        putKnown(map, FACETS, section.facets().byName());
        putKnown(map, "pages", section.pages() == null ? null : section.pages().toString());
        putKnown(map, "ocrConfidence", section.ocrConfidence());
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

    private static FieldValue parse(int line, String json, DiagnosticCollector diagnostics) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            return new FieldParser(parser, line - 1, diagnostics).read();
        } catch (StreamConstraintsException e) {
            return new FieldValue.Nothing(line);
        } catch (JacksonException e) {
            diagnostics.add(
                    line,
                    "JSON として読めません（"
                            + (e.getLocation() == null ? 1 : e.getLocation().getColumnNr())
                            + "文字目の付近）。この行を JSON の書き方に合わせて直してください");
            return new FieldValue.Nothing(line);
        }
    }

    private static List<SectionDraft> drafts(
            FieldReader fields, ControlledVocabulary vocabulary, DiagnosticCollector diagnostics) {
        List<SectionDraft> drafts = new ArrayList<>();
        List<FieldValue> sections = fields.items("sections").orElse(List.of());
        if (sections.isEmpty()) {
            diagnostics.add(fields.line("sections"), fields.subject("sections") + "に節が一つもありません。一つ以上の節を書いてください");
        }
        if (sections.size() > CorpusLimits.MAX_SECTIONS) {
            diagnostics.add(fields.line("sections"), MarkdownSectionParser.tooManySections(sections.size()));
            return drafts;
        }
        int number = 0;
        for (FieldValue section : sections) {
            number++;
            String place = "sections[" + number + "].";
            if (section instanceof FieldValue.Fields object) {
                drafts.add(draft(new FieldReader(object, place, diagnostics), vocabulary, diagnostics));
            } else {
                diagnostics.add(section.line(), number + "番目の節が JSON のオブジェクトではありません。{ } で囲んで書いてください");
            }
        }
        return drafts;
    }

    private static SectionDraft draft(
            FieldReader fields, ControlledVocabulary vocabulary, DiagnosticCollector diagnostics) {
        int line = fields.line("id");
        String id = fields.requiredText("id", "s1-2 のように英数字で書いてください");
        String kindName = fields.text("kind");
        SectionKind kind = kindName.isEmpty() ? null : vocabulary.kind(fields.line("kind"), kindName);
        String heading = fields.text("heading");
        String parent = fields.text("parent");
        Optional<List<String>> actors = fields.texts("actors");
        Optional<List<String>> themes = fields.texts("themes");
        String written = fields.text("pages");
        Pages pages = written.isEmpty() ? null : SectionAttribute.pages(fields.line("pages"), written, diagnostics);
        String confidence = fields.text("ocrConfidence");
        Integer ocrConfidence = confidence.isEmpty()
                ? null
                : SectionAttribute.ocrConfidence(fields.line("ocrConfidence"), confidence, diagnostics);
        String text = fields.text("text", Integer.MAX_VALUE);
        FieldReader facets = fields.fields(FACETS);
        OwnValues own = CaseFrontMatter.own(facets, vocabulary);
        facets.rejectUnknown();
        fields.rejectUnknown();
        return new SectionDraft(
                line,
                id,
                kind,
                heading,
                parent,
                line,
                actors.map(names -> vocabulary.actors(fields.line("actors"), names))
                        .orElse(null),
                themes.map(names -> vocabulary.themes(fields.line("themes"), names))
                        .orElse(null),
                text,
                pages,
                ocrConfidence,
                own);
    }
}
