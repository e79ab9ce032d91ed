package jirei.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.undercouch.citeproc.bibtex.BibTeXConverter;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLType;
import de.undercouch.citeproc.ris.RISParser;
import de.undercouch.citeproc.ris.RISReference;
import de.undercouch.citeproc.ris.RISType;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The references as a citation processor reads them. */
class ReferenceParsersTest {
    private static final ExportedSection[] ODD = {
        Exported.section("夜", "灯"),
        Exported.withNote("}}{@book{x,", "}\n}\n@comment{", "{{{ \\ % & # $ _ ~ ^"),
        Exported.section("\r\nER  - \r\nTY  - BOOK", "朝")
    };

    private static List<CSLItemData> bibtex(ExportedSection... sections) throws Exception {
        var converter = new BibTeXConverter();
        return List.copyOf(converter
                .toItemData(converter.loadDatabase(
                        new ByteArrayInputStream(Exported.bytes(ExportFormat.BIBTEX, "", sections))))
                .values());
    }

    private static List<RISReference> ris(ExportedSection... sections) throws Exception {
        return List.copyOf(new RISParser()
                .parse(new StringReader(Exported.text(ExportFormat.RIS, "", sections)))
                .getReferences());
    }

    @Test
    void risGivesASectionAsAChapterOfItsPublication() throws Exception {
        RISReference chapter = ris(Exported.section("夜の灯", "灯をともす。")).getFirst();

        assertThat(chapter.getType()).isEqualTo(RISType.CHAP);
        assertThat(chapter.getTitle()).isEqualTo("灯台の町：夜の灯");
        assertThat(chapter.getSecondaryTitle()).isEqualTo("架空の事例集 第7号");
        assertThat(chapter.getPublisher()).isEqualTo("架空の会");
        assertThat(chapter.getYear()).isEqualTo("2017");
        assertThat(chapter.getURL()).isEqualTo("https://example.org/7");
    }

    @Test
    void bibtexGivesASectionAsAChapterOfItsPublication() throws Exception {
        CSLItemData chapter = bibtex(Exported.section("夜の灯", "灯を{ともす}。")).getFirst();

        assertThat(chapter.getType()).isEqualTo(CSLType.CHAPTER);
        assertThat(withoutBraces(chapter.getTitle())).isEqualTo("灯台の町：夜の灯");
        assertThat(chapter.getContainerTitle()).isEqualTo("架空の事例集 第7号");
        assertThat(chapter.getPublisher()).isEqualTo("架空の会");
        assertThat(chapter.getIssued().getDateParts()[0][0]).isEqualTo(2017);
        assertThat(chapter.getURL()).isEqualTo("https://example.org/7");
        assertThat(chapter.getAccessed()).isNotNull();
    }

    @Test
    void aRetoldSectionSaysSoAndLeadsToItself() throws Exception {
        ExportedSection retold = Exported.retold("夜の灯", "灯をともす。");
        String title = "事例7 みやま町（語り部 による書き起こし）「夜の灯」";
        String url = "http://localhost:7070/cases/invented-1#s1";

        assertThat(withoutBraces(bibtex(retold).getFirst().getTitle())).isEqualTo(title);
        assertThat(bibtex(retold).getFirst().getURL()).isEqualTo(url);
        assertThat(ris(retold).getFirst().getTitle()).isEqualTo(title);
        assertThat(ris(retold).getFirst().getSecondaryTitle()).isEqualTo("架空の事例集");
        assertThat(ris(retold).getFirst().getURL()).isEqualTo(url);
    }

    @Test
    void everySectionIsRead() throws Exception {
        assertThat(bibtex(ODD)).hasSize(3);
        assertThat(ris(ODD)).hasSize(3);
    }

    /** Braces keep the case of letters; this processor shows them. */
    private static String withoutBraces(String title) {
        return title.replaceFirst("^\\{(.*)}$", "$1");
    }
}
