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
            cases,    ''
            corpus,   cases
            intake,   cases corpus
            analysis, cases
            query,    cases
            search,   cases query
            lucene,   cases corpus analysis query search
            opensearch, cases corpus query search lucene
            web,      cases corpus query search
            cli,      cases corpus intake analysis query search lucene opensearch web
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
            gg.jte..,                              web
            picocli..,                             cli
            org.apache.tika..,                     intake.document
            org.apache.pdfbox..,                   intake.document
            org.apache.poi..,                      intake.document
            org.dhatim..,                          web.export
            org.apache.lucene.queryparser..,       query
            org.apache.lucene.index..,             lucene opensearch
            org.apache.lucene.search..,            lucene opensearch
            org.apache.lucene.document..,          lucene opensearch
            org.opensearch..,                      opensearch
            org.apache.hc..,                       opensearch
            org.apache.lucene.facet..,             lucene
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

    @Test
    void onlyFileReadersUseTheMarkdownParser() {
        noClasses()
                .that()
                .resideOutsideOfPackages("jirei.corpus..", "jirei.intake.document..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.commonmark..")
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
