package jirei.engine.schema;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.Actor;
import jirei.cases.CaseStudy;
import jirei.cases.Indicator;
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
 * A case as a block of documents: one a section in reading order, then one for the case itself. A block stays together in its
 * segment, which makes it possible to count cases in one pass and to ask for words anywhere in a case.
 */
public final class CaseDocumentMapper {
    private static final FieldType SEARCHED = textType(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
    /** What words match can't be seen in the text alone: their marks come from the index. */
    private static final FieldType MARKED = textType(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, false);

    private static final FieldType MARKED_AND_SHOWN =
            textType(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, true);
    /** For terms that are never looked for in a row. */
    private static final FieldType SINGLE = textType(IndexOptions.DOCS_AND_FREQS, false);

    private CaseDocumentMapper() {}

    /** The block of {@code caseStudy}, whose actors have their canonical names and which came from {@code file}. */
    public static List<Document> of(CaseStudy caseStudy, String file) {
        List<Document> block = new ArrayList<>();
        for (Section section : caseStudy.sections()) {
            Document document = document(IndexField.SECTION_TYPE, caseStudy);
            document.add(new NumericDocValuesField(IndexField.POSITION.luceneName(), block.size()));
            addSection(document, caseStudy, section);
            addSearched(document, caseStudy, section);
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

    /** The same, where the case can be read without its sections, and has the values that all of them have. */
    public static List<Document> joinDocuments(CaseStudy caseStudy, String file) {
        List<Document> block = of(caseStudy, file);
        Document whole = block.getLast();
        whole.removeField(IndexField.CASE.luceneName());
        whole.add(new StoredField(IndexField.CASE.luceneName(), CaseJson.write(caseStudy)));
        addFacetsOfCase(caseStudy, (facet, value) -> facet(whole, caseFacetName(facet), value));
        return block;
    }

    /** Adds every searched part to {@code document}, which isn't searched: lengths are read faster where no document lacks them. */
    public static void addEmpty(Document document) {
        for (Source part : Source.values()) {
            search(document, part, "", false);
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
        for (Indicator measure : Indicator.values()) {
            measure.of(caseStudy.region())
                    .ifPresent(value -> document.add(new DoubleField(indicatorField(measure), value, Field.Store.NO)));
        }
        return document;
    }

    /** Whose figures the case has: prefecture and region in one, as in 茨城県大子町. */
    private static String region(CaseStudy caseStudy) {
        String prefecture =
                caseStudy.prefecture() == null ? "" : caseStudy.prefecture().fullName();
        String name = caseStudy.region().name();
        return prefecture + (name.isEmpty() ? caseStudy.place() : name);
    }

    private static void addSection(Document document, CaseStudy caseStudy, Section section) {
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
        store(document, IndexField.PARENT_HEADING, parentHeading(caseStudy, section));
        section.actors().forEach(actor -> store(document, IndexField.ACTOR, actor.name()));
        section.themes().forEach(theme -> store(document, IndexField.THEME, theme.letter()));
    }

    private static void store(Document document, IndexField field, String value) {
        document.add(new StoredField(field.luceneName(), value));
    }

    private static void addSearched(Document document, CaseStudy caseStudy, Section section) {
        search(document, Source.TEXT, section.text(), true);
        search(document, Source.HEADING, section.heading(), true);
        search(document, Source.CONTEXT, context(caseStudy, section), false);
        search(document, Source.TITLE, caseStudy.title(), false);
        search(document, Source.PLACE, place(caseStudy), false);
    }

    private static void search(Document document, Source part, String text, boolean shown) {
        for (Analysis terms : Analysis.values()) {
            search(document, part.in(terms), text, shown);
        }
    }

    private static void search(Document document, AnalyzedField field, String text, boolean shown) {
        Source part = field.source();
        FieldType type =
                switch (field.analysis()) {
                    case SEARCH_MODE -> part == Source.TEXT || part == Source.HEADING ? MARKED : SEARCHED;
                    case NORMAL_MODE, UNIGRAM -> SINGLE;
                    case BIGRAM, READING_BIGRAM -> SEARCHED;
                };
        boolean isShown = shown && field.analysis() == Analysis.SEARCH_MODE;
        document.add(new Field(field.luceneName(), text, isShown ? MARKED_AND_SHOWN : type));
    }

    /** {@code stored}, of which just the stored fields are known, with what highlighting needs in heading and text. */
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
        for (Source part : List.of(Source.TEXT, Source.HEADING)) {
            String text = Objects.requireNonNullElse(
                    stored.get(part.in(Analysis.SEARCH_MODE).luceneName()), "");
            search(document, part.in(Analysis.SEARCH_MODE), text, true);
            search(document, part.in(Analysis.READING_BIGRAM), text, true);
        }
        return document;
    }

    /** The case that an index holds as {@code json}. */
    public static CaseStudy caseStudy(String json, Lexicon lexicon) throws IOException {
        try {
            return CaseJson.read(Path.of("index"), 1, json, lexicon);
        } catch (CorpusFormatException e) {
            throw new IOException("the index holds a case that can't be read: " + e.getMessage(), e);
        }
    }

    /** What the printed page says above and around the section, one thing a line. */
    private static String context(CaseStudy caseStudy, Section section) {
        Stream<String> actors = section.actors().stream().map(Actor::name);
        Stream<String> around = Stream.of(
                caseStudy.title(), place(caseStudy), parentHeading(caseStudy, section), groupHeading(section.kind()));
        return Stream.concat(around, actors).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** Sections of these kinds stand together under one heading that names the kind. */
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

    private static String parentHeading(CaseStudy caseStudy, Section section) {
        return caseStudy.section(section.parent()).map(Section::heading).orElse("");
    }

    private static void addFacets(Document document, CaseStudy caseStudy, Section section) {
        addFacetsOfCase(caseStudy, (facet, value) -> facet(document, facetName(facet), value));
        facet(document, facetName(Facet.KIND), section.kind().id());
        for (Actor actor : section.actors()) {
            facet(document, facetName(Facet.ACTOR), actor.name());
        }
        for (Theme theme : section.themes()) {
            facet(document, facetName(Facet.THEME), theme.letter());
        }
    }

    private static void addFacetsOfCase(CaseStudy caseStudy, BiConsumer<Facet, String> taking) {
        if (caseStudy.prefecture() != null) {
            taking.accept(Facet.PREFECTURE, caseStudy.prefecture().fullName());
        }
        if (caseStudy.year() != null) {
            taking.accept(Facet.YEAR, Integer.toString(caseStudy.year()));
        }
    }

    private static void facet(Document document, String name, String value) {
        document.add(new KeywordField(name, value, Field.Store.NO));
    }

    /** The name in the index of {@code facet}. */
    public static String facetName(Facet facet) {
        return "facet." + facet.id();
    }

    /** The name in the index of {@code facet} as the case itself has it, that is, {@link Facet#isCaseLevel}. */
    private static String caseFacetName(Facet facet) {
        return "caseFacet." + facet.id();
    }

    /** The name in the index of {@code measure}. */
    public static String indicatorField(Indicator measure) {
        return "measure." + measure.id();
    }

    private static FieldType textType(IndexOptions options, boolean stored) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setStored(stored);
        type.freeze();
        return type;
    }

    /** The same case with every actor by its canonical name, so that a facet has one label for each. */
    public static CaseStudy canonical(CaseStudy caseStudy, Lexicon lexicon) {
        ActorLexicon actors = lexicon.actors();
        List<Section> sections = caseStudy.sections().stream()
                .map(section -> section.withActors(actors.canonical(section.actors())))
                .toList();
        return caseStudy.withSections(sections);
    }
}
