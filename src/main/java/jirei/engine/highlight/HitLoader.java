package jirei.engine.highlight;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jirei.cases.Actor;
import jirei.cases.Prefecture;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Theme;
import jirei.engine.query.HighlightPattern;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.schema.AnalyzedField.Analysis;
import jirei.engine.schema.AnalyzedField.Source;
import jirei.engine.schema.IndexField;
import jirei.engine.sort.HitSorts;
import jirei.query.QueryExpression;
import jirei.search.Hit;
import jirei.search.HitGroup;
import jirei.search.MatchRange;
import jirei.search.Snippet;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;

/** Makes documents into hits that can be shown. */
public final class HitLoader {
    private final IndexSearcher searcher;
    private final SectionHighlighter textMarks;
    private final SectionHighlighter headingMarks;

    public HitLoader(IndexSearcher searcher, SectionHighlighter textMarks, SectionHighlighter headingMarks) {
        this.searcher = searcher;
        this.textMarks = textMarks;
        this.headingMarks = headingMarks;
    }

    /** The documents of {@code page} as hits, the first with the rank {@code before} + 1, marked as {@code queries} say. */
    public List<Hit> show(RequestQueryFactory queries, QueryExpression expression, List<ScoreDoc> page, int before)
            throws IOException {
        return show(queries.marks(expression, Source.TEXT), queries.marks(expression, Source.HEADING), page, before);
    }

    /** The documents of {@code page} as hits, the first with the rank 1, without any mark. */
    public List<Hit> unmarked(List<ScoreDoc> page) throws IOException {
        return show(Set.of(), Set.of(), page, 0);
    }

    /** {@code hits}, those under a case with its rank, which is {@code before} + 1 for the first; as they are where none are grouped. */
    public static List<Hit> underCases(List<Hit> hits, List<HitGroup> groups, int before) {
        if (groups.isEmpty()) {
            return hits;
        }
        List<Hit> ranked = new ArrayList<>();
        int rank = before;
        for (HitGroup group : groups) {
            rank++;
            for (int i = 0; i < group.shown(); i++) {
                ranked.add(hits.get(ranked.size()).withRank(rank));
            }
        }
        return ranked;
    }

    private List<Hit> show(
            Set<HighlightPattern> inText, Set<HighlightPattern> inHeading, List<ScoreDoc> page, int before)
            throws IOException {
        int[] docs = page.stream().mapToInt(hit -> hit.doc).toArray();
        StoredFields stored = searcher.storedFields();
        List<Document> documents = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        for (int doc : docs) {
            documents.add(stored.document(doc));
            sections.add(section(documents.getLast()));
        }
        List<List<Snippet>> snippets = textMarks.snippets(
                inText, docs, sections.stream().map(Section::text).toList());
        List<List<MatchRange>> headings = headingMarks.matches(
                inHeading, docs, sections.stream().map(Section::heading).toList());
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            Document document = documents.get(i);
            IndexableField number = document.getField(IndexField.NUMBER.luceneName());
            hits.add(new Hit(
                    before + i + 1,
                    HitSorts.scoreOf(page.get(i)),
                    text(document, IndexField.CASE_ID),
                    number == null ? null : number.numericValue().intValue(),
                    text(document, IndexField.CASE_TITLE),
                    Prefecture.named(text(document, IndexField.PREFECTURE)).orElse(null),
                    text(document, IndexField.PLACE),
                    sections.get(i),
                    text(document, IndexField.PARENT_HEADING),
                    headings.get(i),
                    snippets.get(i)));
        }
        return hits;
    }

    private static Section section(Document document) {
        return new Section(
                text(document, IndexField.SECTION_ID),
                SectionKind.named(text(document, IndexField.KIND)).orElse(SectionKind.SUBSECTION),
                stored(document, Source.HEADING),
                text(document, IndexField.PARENT),
                Stream.of(document.getValues(IndexField.ACTOR.luceneName()))
                        .map(Actor::new)
                        .toList(),
                Stream.of(document.getValues(IndexField.THEME.luceneName()))
                        .flatMap(letter -> Theme.named(letter).stream())
                        .toList(),
                stored(document, Source.TEXT));
    }

    private static String stored(Document document, Source part) {
        return Objects.requireNonNullElse(
                document.get(part.in(Analysis.SEARCH_MODE).luceneName()), "");
    }

    private static String text(Document document, IndexField field) {
        return Objects.requireNonNullElse(document.get(field.luceneName()), "");
    }
}
