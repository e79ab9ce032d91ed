package jirei.engine.schema;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.Actor;
import jirei.cases.CaseStudy;
import jirei.cases.Indicator;
import jirei.cases.OwnFacet;
import jirei.cases.RegionStatistics;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Theme;
import jirei.corpus.format.CaseJson;
import jirei.corpus.lexicon.ActorLexicon;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusFormatException;
import jirei.engine.schema.AnalyzedField.Analysis;
import jirei.engine.schema.AnalyzedField.Source;
import jirei.query.Facet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/**
 * Maps a case to a block of documents: one per section in reading order, then one for the case itself. A block stays
 * contiguous in its segment, so cases can be counted in one pass and words can be matched anywhere in a case.
 * Stateless.
 */
public final class CaseDocumentMapper {
    private static final FieldType POSITIONS = textType(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
    /** Matches of terms cannot be recomputed from the text alone: highlighting reads their offsets from the index. */
    private static final FieldType OFFSETS = textType(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, false);

    private static final FieldType STORED_OFFSETS =
            textType(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, true);
    /** For terms that are never part of a phrase. */
    private static final FieldType FREQUENCIES = textType(IndexOptions.DOCS_AND_FREQS, false);

    /** The prefix of the facet fields of sections. */
    public static final String FACET_PREFIX = "facet.";
    /** The prefix of the stored fields with the values of the facets that the corpus declares. */
    private static final String OWN_PREFIX = "own.";

    private CaseDocumentMapper() {}

    /**
     * Maps {@code caseStudy} to its block.
     *
     * @param caseStudy its actors must have their canonical names
     * @param file the corpus file of the case
     */
    public static List<Document> of(CaseStudy caseStudy, String file) {
        List<Document> block = new ArrayList<>();
        Map<String, String> headings =
                caseStudy.sections().stream().collect(Collectors.toMap(Section::id, Section::heading));
        for (Section section : caseStudy.sections()) {
            Document document = document(IndexField.SECTION_TYPE, caseStudy);
            document.add(new NumericDocValuesField(IndexField.POSITION.luceneName(), block.size()));
            if (block.isEmpty()) {
                document.add(
                        new StringField(IndexField.TYPE.luceneName(), IndexField.FIRST_SECTION_TYPE, Field.Store.NO));
            }
            String parentHeading = headings.getOrDefault(section.parent(), "");
            addSection(document, caseStudy, section, parentHeading);
            addSearched(document, caseStudy, section, parentHeading);
            addFacets(document, caseStudy, section);
            block.add(document);
        }
        Document whole = document(IndexField.CASE_TYPE, caseStudy);
        whole.add(new StoredField(IndexField.CASE.luceneName(), CaseJson.writeWithoutText(caseStudy)));
        whole.add(new StringField(IndexField.REGION.luceneName(), region(caseStudy), Field.Store.NO));
        whole.add(new StringField(IndexField.CASE_FILE.luceneName(), file, Field.Store.YES));
        addEmpty(whole);
        block.add(whole);
        return block;
    }

    /**
     * Returns the block of {@link #of}, with a case document that can be read without its sections and has the facet
     * values that all its sections share.
     */
    public static List<Document> joinDocuments(CaseStudy caseStudy, String file) {
        List<Document> block = of(caseStudy, file);
        Document whole = block.getLast();
        whole.removeField(IndexField.CASE.luceneName());
        whole.add(new StoredField(IndexField.CASE.luceneName(), CaseJson.write(caseStudy)));
        addFacetsOfCase(caseStudy, (facet, value) -> facet(whole, caseFacetName(facet), value));
        return block;
    }

    /**
     * Adds every text field, empty, to {@code document}, which is not searched: norms are read faster if no document
     * lacks them.
     */
    public static void addEmpty(Document document) {
        for (Source source : Source.values()) {
            search(document, source, "", false);
        }
    }

    private static Document document(String type, CaseStudy caseStudy) {
        var document = new Document();
        int number = Objects.requireNonNullElse(caseStudy.number(), IndexField.NO_NUMBER);
        document.add(new StringField(IndexField.TYPE.luceneName(), type, Field.Store.NO));
        document.add(new StringField(IndexField.CASE_ID.luceneName(), caseStudy.id(), Field.Store.YES));
        document.add(new SortedDocValuesField(IndexField.CASE_ID.luceneName(), new BytesRef(caseStudy.id())));
        document.add(new NumericDocValuesField(IndexField.NUMBER.luceneName(), number));
        if (caseStudy.year() != null) {
            document.add(new NumericDocValuesField(IndexField.YEAR.luceneName(), caseStudy.year()));
        }
        for (Indicator indicator : Indicator.values()) {
            indicator
                    .of(caseStudy.region())
                    .ifPresent(
                            value -> document.add(new DoubleField(indicatorField(indicator), value, Field.Store.NO)));
        }
        return document;
    }

    /** The key of the region whose figures the case has: prefecture and region in one, as in 茨城県大子町. */
    private static String region(CaseStudy caseStudy) {
        String prefecture =
                caseStudy.prefecture() == null ? "" : caseStudy.prefecture().fullName();
        String name = caseStudy.region().name();
        return prefecture + (name.isEmpty() ? caseStudy.place() : name);
    }

    private static void addSection(Document document, CaseStudy caseStudy, Section section, String parentHeading) {
        store(document, IndexField.SECTION_ID, section.id());
        store(document, IndexField.CASE_TITLE, caseStudy.title());
        if (caseStudy.number() != null) {
            document.add(new StoredField(IndexField.NUMBER.luceneName(), caseStudy.number()));
        }
        if (caseStudy.prefecture() != null) {
            store(document, IndexField.PREFECTURE, caseStudy.prefecture().fullName());
        }
        store(document, IndexField.PLACE, caseStudy.place());
        store(document, IndexField.KIND, section.kind().id());
        store(document, IndexField.PARENT, section.parent());
        store(document, IndexField.PARENT_HEADING, parentHeading);
        section.actors().forEach(actor -> store(document, IndexField.ACTOR, actor.name()));
        section.themes().forEach(theme -> store(document, IndexField.THEME, theme.id()));
        section.facets()
                .within(caseStudy.facets())
                .values()
                .forEach((own, values) -> values.forEach(value -> document.add(new StoredField(ownField(own), value))));
        if (section.ocrConfidence() != null) {
            store(document, IndexField.OCR_CONFIDENCE, section.ocrConfidence().toString());
        }
    }

    private static void store(Document document, IndexField field, String value) {
        document.add(new StoredField(field.luceneName(), value));
    }

    private static void addSearched(Document document, CaseStudy caseStudy, Section section, String parentHeading) {
        search(document, Source.TEXT, section.text(), true);
        search(document, Source.HEADING, section.heading(), true);
        search(document, Source.BODY, section.heading() + "\n" + section.text(), false);
        search(document, Source.CONTEXT, context(caseStudy, section, parentHeading), false);
        search(document, Source.TITLE, caseStudy.title(), false);
        search(document, Source.PLACE, place(caseStudy), false);
    }

    private static void search(Document document, Source source, String text, boolean isDisplayed) {
        for (Analysis analysis : Analysis.values()) {
            boolean isUsed = source != Source.BODY || analysis != Analysis.UNIGRAM; // single characters are not scored
            if (isUsed) {
                search(document, source.in(analysis), text, isDisplayed);
            }
        }
    }

    private static void search(Document document, AnalyzedField field, String text, boolean isDisplayed) {
        Source source = field.source();
        FieldType type = source == Source.BODY
                ? FREQUENCIES
                : switch (field.analysis()) {
                    case SEARCH_MODE -> source == Source.TEXT || source == Source.HEADING ? OFFSETS : POSITIONS;
                    case NORMAL_MODE, UNIGRAM -> FREQUENCIES;
                    case BIGRAM, READING_BIGRAM -> POSITIONS;
                };
        boolean isStored = isDisplayed && field.analysis() == Analysis.SEARCH_MODE;
        document.add(new Field(field.luceneName(), text, isStored ? STORED_OFFSETS : type));
    }

    /**
     * Rebuilds the document {@code stored}, loaded with its stored fields only, with the fields that highlighting needs
     * in heading and text.
     */
    public static Document forHighlighting(Document stored) {
        var document = new Document();
        for (IndexableField field : stored) {
            if (field.fieldType().stored()
                    && !field.name().equals(Source.TEXT.in(Analysis.SEARCH_MODE).luceneName())
                    && !field.name()
                            .equals(Source.HEADING.in(Analysis.SEARCH_MODE).luceneName())) {
                document.add(field);
            }
        }
        for (Source source : List.of(Source.TEXT, Source.HEADING)) {
            String text = Objects.requireNonNullElse(
                    stored.get(source.in(Analysis.SEARCH_MODE).luceneName()), "");
            search(document, source.in(Analysis.SEARCH_MODE), text, true);
            search(document, source.in(Analysis.READING_BIGRAM), text, true);
            search(document, source.in(Analysis.BIGRAM), text, true);
        }
        return document;
    }

    /**
     * Parses the case that an index stores as {@code json}.
     *
     * @throws IOException if it cannot be parsed
     */
    public static CaseStudy caseStudy(String json, Lexicon lexicon) throws IOException {
        try {
            return CaseJson.read(Path.of("index"), 1, json, lexicon);
        } catch (CorpusFormatException e) {
            throw new IOException("the index holds a case that cannot be read: " + e.getMessage(), e);
        }
    }

    /** The text that the printed page has above and around the section, one item per line. */
    private static String context(CaseStudy caseStudy, Section section, String parentHeading) {
        Stream<String> actors = section.actors().stream().map(Actor::name);
        Stream<String> around =
                Stream.of(caseStudy.title(), place(caseStudy), parentHeading, groupHeading(section.kind()));
        return Stream.concat(around, actors).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** Sections of some kinds share one heading that names the kind; empty for other kinds. */
    private static String groupHeading(SectionKind kind) {
        return switch (kind) {
            case HIGHLIGHT, ROLE, ACTIVITY, POINT -> kind.label();
            case LEAD, SUBSECTION, CAPTION, NOTE -> "";
        };
    }

    private static String place(CaseStudy caseStudy) {
        String prefecture =
                caseStudy.prefecture() == null ? "" : caseStudy.prefecture().fullName();
        return Stream.of(prefecture, caseStudy.place(), caseStudy.region().name())
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static void addFacets(Document document, CaseStudy caseStudy, Section section) {
        addFacetsOfCase(caseStudy, (facet, value) -> facet(document, facetName(facet), value));
        facet(document, facetName(Facet.KIND), section.kind().id());
        for (Actor actor : section.actors()) {
            facet(document, facetName(Facet.ACTOR), actor.name());
        }
        for (Theme theme : section.themes()) {
            facet(document, facetName(Facet.THEME), theme.id());
        }
        section.facets().within(caseStudy.facets()).values().forEach((own, values) -> values.stream()
                .flatMap(value -> own.withValuesAbove(value).stream())
                .distinct()
                .forEach(value -> facet(document, facetName(new Facet.Own(own)), value)));
        if (section.ocrConfidence() != null) {
            facet(document, facetName(Facet.RECOGNITION), Facet.OCR);
        }
    }

    private static void addFacetsOfCase(CaseStudy caseStudy, BiConsumer<Facet, String> consumer) {
        if (caseStudy.prefecture() != null) {
            consumer.accept(Facet.PREFECTURE, caseStudy.prefecture().fullName());
        }
        caseStudy.municipalities().forEach(name -> consumer.accept(Facet.MUNICIPALITY, name));
        if (!caseStudy.collection().isEmpty()) {
            consumer.accept(Facet.COLLECTION, caseStudy.collection());
        }
        if (caseStudy.year() != null) {
            consumer.accept(Facet.YEAR, Integer.toString(caseStudy.year()));
        }
    }

    private static void facet(Document document, String name, String value) {
        document.add(new KeywordField(name, value, Field.Store.NO));
    }

    /** The field name of {@code facet} in section documents. */
    public static String facetName(Facet facet) {
        return FACET_PREFIX + facet.id();
    }

    /** The field name of {@code facet} in the case document; only for facets that are {@link Facet#isCaseLevel}. */
    private static String caseFacetName(Facet facet) {
        return "caseFacet." + facet.id();
    }

    /** The stored field with the values of {@code facet}. */
    public static String ownField(OwnFacet facet) {
        return OWN_PREFIX + facet.name();
    }

    /** The field name of {@code indicator}. */
    public static String indicatorField(Indicator indicator) {
        return "measure." + indicator.id();
    }

    private static FieldType textType(IndexOptions options, boolean stored) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setStored(stored);
        type.freeze();
        return type;
    }

    /**
     * Returns the case with every actor by its canonical name, so that a facet has one label per actor, and with the figures
     * of {@code statistics} if it has none.
     */
    public static CaseStudy canonical(CaseStudy caseStudy, Lexicon lexicon, RegionStatistics statistics) {
        ActorLexicon actors = lexicon.actors();
        List<Section> sections = caseStudy.sections().stream()
                .map(section -> section.withActors(actors.canonical(section.actors())))
                .toList();
        return caseStudy.withRegion(statistics.regionOf(caseStudy)).withSections(sections);
    }
}
