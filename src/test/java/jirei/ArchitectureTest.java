package jirei;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the direction in which packages may use each other, and who may use which library. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("jirei");

    /** Every package with those it may use; {@code cli} may use all, and the table is in the order of the use. */
    @ParameterizedTest(name = "{0} may use {1}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            cases;               ''
            analysis;            cases
            analysis.spelling;   analysis
            query;               cases
            search;              cases query
            corpus.text;         ''
            corpus.lexicon;      cases analysis corpus.text
            corpus.statistics;   cases corpus.text
            corpus.format;       cases corpus.text corpus.lexicon
            corpus;              cases corpus.text corpus.lexicon corpus.statistics corpus.format
            intake.source;       cases
            intake.page;         intake.source
            intake.ocr;          intake.source intake.page
            intake.facts;        cases intake.source
            intake.order;        intake.source intake.page intake.facts
            intake.grid;         intake.source intake.facts
            intake.pdf;          intake.source intake.page intake.order intake.ocr intake.grid
            intake.office;       intake.source intake.grid
            intake.slides;       intake.source
            intake.document;     intake.source intake.ocr intake.grid intake.pdf intake.office intake.slides
            intake.layout;       cases corpus.text corpus.lexicon intake.source
            intake.mieruka;      cases corpus.lexicon intake.source intake.layout
              intake.headings;     intake.source intake.facts
              intake.separation;   cases intake.source intake.facts intake.headings
              intake.outline;      cases corpus.lexicon intake.source intake.layout intake.facts intake.headings intake.separation
              intake.sheet;        intake.source intake.document
              intake.table;        cases corpus.lexicon intake.source intake.layout intake.sheet
              intake;              cases corpus.text corpus.lexicon corpus.format intake.source intake.page intake.ocr intake.pdf intake.document intake.layout intake.mieruka intake.separation intake.outline intake.sheet intake.table
            library.cases;       cases corpus.text corpus.lexicon corpus.format corpus intake intake.layout
            library.editing;     cases corpus.text corpus.lexicon corpus.format
            library;             cases search corpus.text corpus.lexicon corpus.format corpus intake intake.layout intake.document intake.separation intake.ocr intake.source library.cases library.editing
            library.editors;     corpus.text
            library.pages;       cases corpus.text intake.source intake.page intake
            engine.backend;      cases query search
            engine.schema;       cases analysis query search corpus.text corpus.lexicon corpus.format corpus
            engine.query;        analysis query engine.schema
            engine.sort;         cases query search corpus.lexicon engine.schema
            engine.highlight;    cases analysis query search engine.backend engine.schema engine.query
            engine.vocabulary;   cases analysis query search engine.schema engine.query
            engine.similar;      cases analysis query search engine.backend engine.schema engine.query engine.sort engine.highlight
            engine.match;        cases query search engine.backend engine.schema engine.query engine.similar
            engine.spell;        cases analysis analysis.spelling query search engine.backend engine.query engine.vocabulary engine.match
            engine.advice;       cases query search engine.backend engine.schema engine.query engine.similar engine.match engine.spell
            engine;              cases analysis query search corpus.lexicon engine.backend engine.schema engine.query engine.sort engine.highlight engine.vocabulary engine.similar engine.match engine.spell engine.advice
            lucene.index;        cases analysis query search corpus.text corpus.lexicon corpus.format corpus engine.schema engine.vocabulary
            lucene.search;       cases query search corpus.lexicon engine.backend engine.schema engine.query engine.sort engine.similar
            lucene;              cases analysis query search corpus.text corpus.lexicon corpus engine.backend engine.schema engine.vocabulary engine lucene.index lucene.search
            opensearch;          cases analysis query search corpus.text corpus.lexicon corpus engine.backend engine.schema engine.query engine.sort engine.vocabulary engine
            evaluation;          cases query search corpus.text
            library.words;       cases analysis query search corpus.text corpus.lexicon corpus library.cases
            library.judging;     query search corpus.text corpus.lexicon library.cases evaluation
            web.settings;        cases query
            web.request;         cases query search
            web.page;            cases query search web.request
            web.page.charts;     cases query search web.request web.page
            web.page.compare;    cases query search web.request web.page
            web.page.region;     cases query search web.request web.page
            web.page.search;     cases query search web.request web.page
            web.page.reader;     cases query search intake.page library.pages web.request web.page web.page.region
            web.page.library;    cases library library.cases library.editing web.request web.page
            web.page.words;      cases query search corpus.lexicon library.cases library.editing library.words library.judging evaluation web.request web.page web.page.library
            web.api;             cases query search web.request
            web.export;          cases web.page web.page.charts web.page.compare
            web.server;          cases query search web.settings web.request web.page web.api
            web.access;          library.editors web.settings web.request web.page web.server
            web.handler;         cases query search corpus.format web.settings web.request web.page web.page.charts web.page.compare web.page.region web.page.search web.page.reader web.api web.export web.server
            web.library;         cases search corpus.text corpus.lexicon corpus.format intake intake.source intake.page intake.separation library library.cases library.editing library.editors library.pages web.request web.page web.page.reader web.page.library web.server web.access
            web.words;           cases query search corpus.text corpus.lexicon library.cases library.words library.judging library.editing library.editors evaluation web.request web.page web.page.library web.page.words web.server web.access web.library
            web;                 cases search library library.editors library.pages web.settings web.request web.page web.server web.access web.handler web.library web.words
            """)
    void eachPackageUsesOnlyThoseBeforeIt(String user, String used) {
        String[] allowed = Stream.concat(Stream.of(user), Stream.of(used.split(" ", -1)))
                .filter(name -> !name.isEmpty())
                .map(name -> "jirei." + name)
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage("jirei." + user)
                .should()
                .dependOnClassesThat(resideInAPackage("jirei..").and(resideOutsideOfPackages(allowed)))
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("jirei.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageIsInTheTable() throws NoSuchMethodException {
        String table = ArchitectureTest.class
                .getDeclaredMethod("eachPackageUsesOnlyThoseBeforeIt", String.class, String.class)
                .getAnnotation(CsvSource.class)
                .textBlock();
        Set<String> listed = table.lines()
                .map(line -> "jirei." + line.substring(0, line.indexOf(';')).strip())
                .collect(Collectors.toCollection(TreeSet::new));
        listed.addAll(Set.of("jirei.cli", "jirei.launch"));

        assertThat(CLASSES.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith("jirei")))
                .isSubsetOf(listed);
    }

    @ParameterizedTest(name = "{0} is used in {1} only")
    @CsvSource(
            textBlock =
                    """
            io.javalin..,                          web
            gg.jte..,                              web
            picocli..,                             cli
            org.apache.tika..,                     intake.document
            org.apache.pdfbox..,                   intake.pdf
            org.apache.poi..,                      intake.document intake.office intake.slides intake.sheet web.export
            org.apache.commons.csv..,              corpus.statistics intake.sheet
            org.springframework..,                 library.editors
            org.dhatim..,                          web.export
            org.apache.lucene.index..,             engine lucene opensearch
            org.apache.lucene.search..,            engine lucene opensearch
            org.apache.lucene.document..,          engine lucene opensearch
            org.opensearch..,                      opensearch
            org.apache.hc..,                       opensearch
            org.apache.lucene.facet..,             lucene
            org.apache.lucene.analysis.ja..,       analysis
            """)
    void eachLibraryIsUsedInOnePlace(String library, String users) {
        String[] places = Stream.concat(
                        Stream.of(users.split(" ", -1)).map(user -> "jirei." + user + ".."), Stream.of("gg.jte.."))
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(places)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    @Test
    void markdownIsReadWhereFilesAre() {
        noClasses()
                .that()
                .resideOutsideOfPackages("jirei.corpus..", "jirei.intake.document..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.commonmark..")
                .check(CLASSES);
    }

    @ParameterizedTest(name = "{0} knows no Lucene")
    @CsvSource({"cases", "corpus", "intake", "search", "web"})
    void thePortAndWhatIsBeforeItKnowNoLucene(String user) {
        noClasses()
                .that()
                .resideInAPackage("jirei." + user + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..")
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java/jirei")).filter(Files::isDirectory)) {
            List<Path> undocumented = folders.filter(ArchitectureTest::hasClasses)
                    .filter(folder -> !saysWhatItIsFor(folder.resolve("package-info.java")))
                    .toList();

            assertThat(undocumented).isEmpty();
        }
    }

    private static boolean hasClasses(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean saysWhatItIsFor(Path packageInfo) {
        try {
            String text = Files.exists(packageInfo) ? Files.readString(packageInfo) : "";
            return text.startsWith("/**") && text.contains("@" + NullMarked.class.getSimpleName());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
