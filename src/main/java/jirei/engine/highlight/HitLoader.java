package jirei.engine.highlight;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jirei.cases.Actor;
import jirei.cases.OwnFacet;
import jirei.cases.OwnValues;
import jirei.cases.Prefecture;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Theme;
import jirei.engine.backend.BackendHit;
import jirei.engine.backend.HighlightReader;
import jirei.engine.query.HighlightPattern;
import jirei.engine.schema.AnalyzedField.Analysis;
import jirei.engine.schema.AnalyzedField.Source;
import jirei.engine.schema.CaseDocumentMapper;
import jirei.engine.schema.IndexField;
import jirei.query.FacetScheme;
import jirei.search.Hit;
import jirei.search.HitExplanation.Field;
import jirei.search.HitGroup;
import jirei.search.MatchRange;
import jirei.search.Snippet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.IOFunction;
import org.jspecify.annotations.Nullable;

/** Loads the stored fields of hits and builds their snippets. Thread-safe if {@code documents} is. */
public final class HitLoader {
    private final IOFunction<List<BackendHit>, List<Document>> documents;
    private final FacetScheme facets;

    /**
     * @param documents loads the stored fields of sections, in their order
     * @param facets the facets of the corpus
     */
    public HitLoader(IOFunction<List<BackendHit>, List<Document>> documents, FacetScheme facets) {
        this.documents = documents;
        this.facets = facets;
    }

    /**
     * Loads the sections {@code page} as hits with highlights; ranks begin at {@code rankOffset} + 1.
     *
     * @param contextOnlyCases the ids of the cases that match by title, place or parent heading only
     */
    public List<Hit> load(
            List<BackendHit> page,
            int rankOffset,
            RequestPatterns patterns,
            Set<String> contextOnlyCases,
            HighlightReader reader,
            Analyzer analyzer)
            throws IOException {
        List<Document> stored = documents.apply(page);
        List<Section> sections = stored.stream().map(this::section).toList();
        List<List<Snippet>> snippets = new SectionHighlighter(reader.reader(), analyzer, Source.TEXT)
                .snippets(
                        patterns.text(),
                        reader.docs(),
                        sections.stream().map(Section::text).toList());
        List<List<MatchRange>> headings = new SectionHighlighter(reader.reader(), analyzer, Source.HEADING)
                .matches(
                        patterns.heading(),
                        reader.docs(),
                        sections.stream().map(Section::heading).toList());
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            boolean isMarked = !headings.get(i).isEmpty()
                    || snippets.get(i).stream()
                            .anyMatch(snippet -> !snippet.matches().isEmpty());
            boolean isCase = contextOnlyCases.contains(page.get(i).caseId());
            ContextMatches context =
                    isMarked ? ContextMatches.NONE : ContextMatches.of(stored.get(i), patterns.text(), isCase);
            hits.add(hit(
                    rankOffset + i + 1,
                    page.get(i),
                    stored.get(i),
                    sections.get(i),
                    context,
                    headings.get(i),
                    snippets.get(i)));
        }
        return hits;
    }

    /** Returns {@code hits} with all matches in their texts. */
    public static List<Hit> withTextMatches(
            List<Hit> hits, RequestPatterns patterns, HighlightReader reader, Analyzer analyzer) throws IOException {
        List<List<MatchRange>> matches = new SectionHighlighter(reader.reader(), analyzer, Source.TEXT)
                .matches(
                        patterns.text(),
                        reader.docs(),
                        hits.stream().map(hit -> hit.section().text()).toList());
        return IntStream.range(0, hits.size())
                .mapToObj(i -> hits.get(i).withTextMatches(matches.get(i)))
                .toList();
    }

    /** Loads the sections {@code page} as hits; ranks begin at 1, and the snippet is the beginning of the text. */
    public List<Hit> loadWithoutHighlights(List<BackendHit> page) throws IOException {
        List<Document> stored = documents.apply(page);
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            Section section = section(stored.get(i));
            List<Snippet> snippets = SectionHighlighter.beginning(section.text());
            hits.add(hit(i + 1, page.get(i), stored.get(i), section, ContextMatches.NONE, List.of(), snippets));
        }
        return hits;
    }

    /**
     * Returns {@code hits} with the rank of their case if they are grouped, beginning at {@code rankOffset} + 1; else
     * unchanged.
     */
    public static List<Hit> groupedRanks(List<Hit> hits, List<HitGroup> groups, int rankOffset) {
        if (groups.isEmpty()) {
            return hits;
        }
        List<Hit> ranked = new ArrayList<>();
        int rank = rankOffset;
        for (HitGroup group : groups) {
            rank++;
            for (int i = 0; i < group.shown(); i++) {
                ranked.add(hits.get(ranked.size()).withRank(rank));
            }
        }
        return ranked;
    }

    private static Hit hit(
            int rank,
            BackendHit found,
            Document document,
            Section section,
            ContextMatches context,
            List<MatchRange> heading,
            List<Snippet> snippets) {
        return new Hit(
                rank,
                found.score(),
                text(document, IndexField.CASE_ID),
                number(document),
                text(document, IndexField.CASE_TITLE),
                Prefecture.named(text(document, IndexField.PREFECTURE)).orElse(null),
                text(document, IndexField.PLACE),
                section,
                text(document, IndexField.PARENT_HEADING),
                context.title(),
                context.fields(),
                heading,
                snippets);
    }

    /**
     * The matches of a query in the case of a hit. Immutable.
     *
     * @param title the matches in the title
     * @param fields the fields that match
     */
    private record ContextMatches(List<MatchRange> title, Set<Field> fields) {
        static final ContextMatches NONE = new ContextMatches(List.of(), Set.of());

        /**
         * Returns the matches of {@code patterns}.
         *
         * @param isCase whether the hit represents its case; its fields are title and place if they have the characters
         *     of a pattern, else the whole context
         */
        static ContextMatches of(Document document, Map<HighlightPattern, Integer> patterns, boolean isCase) {
            List<MatchRange> title = TitleHighlighter.matches(patterns, text(document, IndexField.CASE_TITLE));
            if (!isCase) {
                return new ContextMatches(title, Set.of());
            }
            String place = text(document, IndexField.PREFECTURE) + text(document, IndexField.PLACE);
            Set<Field> fields = EnumSet.noneOf(Field.class);
            if (!title.isEmpty()) {
                fields.add(Field.TITLE);
            }
            if (!TitleHighlighter.matches(patterns, place).isEmpty()) {
                fields.add(Field.REGION);
            }
            return new ContextMatches(title, fields.isEmpty() ? Set.of(Field.CONTEXT) : fields);
        }
    }

    private static @Nullable Integer number(Document document) {
        IndexableField number = document.getField(IndexField.NUMBER.luceneName());
        return number == null ? null : number.numericValue().intValue();
    }

    private Section section(Document document) {
        return new Section(
                text(document, IndexField.SECTION_ID),
                SectionKind.named(text(document, IndexField.KIND)).orElse(SectionKind.SUBSECTION),
                stored(document, Source.HEADING),
                text(document, IndexField.PARENT),
                Stream.of(document.getValues(IndexField.ACTOR.luceneName()))
                        .map(Actor::new)
                        .toList(),
                themes(List.of(document.getValues(IndexField.THEME.luceneName()))),
                stored(document, Source.TEXT),
                null,
                ocrConfidence(document),
                own(document));
    }

    private List<Theme> themes(List<String> ids) {
        return facets.themes().stream()
                .filter(theme -> ids.contains(theme.id()))
                .toList();
    }

    private OwnValues own(Document document) {
        Map<OwnFacet, List<String>> values = new HashMap<>();
        for (OwnFacet facet : facets.own()) {
            List<String> stored = List.of(document.getValues(CaseDocumentMapper.ownField(facet)));
            if (!stored.isEmpty()) {
                values.put(facet, stored);
            }
        }
        return new OwnValues(values);
    }

    private static @Nullable Integer ocrConfidence(Document document) {
        String confidence = document.get(IndexField.OCR_CONFIDENCE.luceneName());
        return confidence == null ? null : Integer.valueOf(confidence);
    }

    private static String stored(Document document, Source source) {
        return Objects.requireNonNullElse(
                document.get(source.in(Analysis.SEARCH_MODE).luceneName()), "");
    }

    private static String text(Document document, IndexField field) {
        return Objects.requireNonNullElse(document.get(field.luceneName()), "");
    }
}
