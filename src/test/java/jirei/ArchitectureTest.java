package jirei;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks the dependencies between packages and the packages that may use each library. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("jirei");

    @ParameterizedTest(name = "{0} depends on {1}")
    @CsvSource(
            textBlock =
                    """
            cases,          ''
            query,          cases
            search,         cases query
            analysis,       cases
            corpus.text,    ''
            corpus.lexicon, cases corpus.text
            corpus.format,  cases corpus.text corpus.lexicon
            corpus,         cases
            intake.source,  ''
            intake.pdf,     intake.source
            intake.document, intake.source intake.pdf
            intake.layout,  cases corpus intake.source
            intake.mieruka, cases corpus intake.source intake.layout
            intake.outline, cases corpus intake.source intake.layout
            intake,         cases corpus
            engine,         cases query search analysis corpus
            lucene,         cases query search analysis corpus engine
            opensearch,     cases query search corpus engine
            evaluation,     cases query search corpus.text
            web.settings,   query
            web.request,    cases query search
            web.api,        cases query search
            web.page,       cases query search web.request
            web.export,     cases web.page
            web,            cases query search corpus
            cli,            cases query search analysis corpus intake engine lucene opensearch evaluation web
            """)
    void eachPackageDependsOnlyOnItsLowerLayers(String user, String dependencies) {
        String[] allowed = Stream.concat(Stream.of(user), Stream.of(dependencies.split(" ")))
                .filter(name -> !name.isEmpty())
                .map(name -> "jirei." + name + "..")
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage("jirei." + user + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("jirei..").and(resideOutsideOfPackages(allowed)))
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("jirei.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @ParameterizedTest(name = "{0} is used in {1} only")
    @CsvSource(
            textBlock =
                    """
            io.javalin..,                          web
            gg.jte..,                              web.server
            picocli..,                             cli
            org.apache.tika..,                     intake.document
            org.apache.pdfbox..,                   intake.pdf
            org.dhatim..,                          web.export
            org.commonmark..,                      corpus.format intake.document
            org.apache.lucene.queryparser..,       query
            org.apache.lucene.index..,             engine lucene opensearch
            org.apache.lucene.search..,            engine lucene opensearch
            org.apache.lucene.document..,          engine lucene opensearch
            org.opensearch..,                      opensearch
            org.apache.hc..,                       opensearch
            org.apache.lucene.analysis.ja..,       analysis
            """)
    void eachLibraryIsUsedInItsPackagesOnly(String library, String users) {
        String[] packages = Stream.concat(
                        Stream.of(users.split(" ")).map(user -> "jirei." + user + ".."), Stream.of("gg.jte.."))
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    @ParameterizedTest(name = "{0} does not depend on Lucene")
    @CsvSource({"cases", "corpus", "intake", "search", "web"})
    void theSearchPortAndItsLowerLayersDoNotDependOnLucene(String user) {
        noClasses()
                .that()
                .resideInAPackage("jirei." + user + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsDocumentedAndNullMarked() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java/jirei")).filter(Files::isDirectory)) {
            List<Path> undocumented = folders.filter(ArchitectureTest::hasClasses)
                    .filter(folder -> !isDocumented(folder.resolve("package-info.java")))
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

    private static boolean isDocumented(Path packageInfo) {
        try {
            String text = Files.exists(packageInfo) ? Files.readString(packageInfo) : "";
            return text.startsWith("/**") && text.contains("@" + NullMarked.class.getSimpleName());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
