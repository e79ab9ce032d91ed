package jirei.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.corpus.lexicon.Lexicon;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTextBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Word, PowerPoint and OpenDocument files are read as they are printed. */
class OfficeTest {
    private static final String STYLES = "<w:styles xmlns:w='w'>"
            + "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='21'/></w:rPr></w:rPrDefault></w:docDefaults>"
            + "<w:style w:type='paragraph' w:styleId='a3'><w:name w:val='Title'/></w:style>"
            + "<w:style w:type='paragraph' w:styleId='h1'><w:name w:val='heading 1'/>"
            + "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
            + "<w:style w:type='paragraph' w:styleId='my'><w:basedOn w:val='h1'/></w:style></w:styles>";
    private static final String NUMBERING = "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='7'>"
            + "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimalFullWidth'/><w:lvlText w:val='第%1章'/></w:lvl>"
            + "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num></w:numbering>";

    @TempDir
    private Path folder = Path.of("");

    private CaseStudy word(String body) throws Exception {
        return read(
                "word/document.xml", "<w:document xmlns:w='w' xmlns:mc='mc'><w:body>" + body + "</w:body></w:document>",
                "word/styles.xml", STYLES,
                "word/numbering.xml", NUMBERING);
    }

    private CaseStudy read(String... namesAndTexts) throws Exception {
        Object[] parts = new Object[namesAndTexts.length];
        for (int at = 0; at < parts.length; at++) {
            parts[at] = at % 2 == 0 ? namesAndTexts[at] : namesAndTexts[at].getBytes(StandardCharsets.UTF_8);
        }
        List<CaseStudy> found = Intake.read(Documents.zip(folder.resolve("talk.bin"), parts), Lexicon.shipped())
                .cases();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static String run(String text) {
        return "<w:r><w:t xml:space='preserve'>" + text + "</w:t></w:r>";
    }

    private static String p(String runs) {
        return "<w:p>" + (runs.startsWith("<") ? runs : run(runs)) + "</w:p>";
    }

    private static String styled(String style, String text) {
        return "<w:p><w:pPr><w:pStyle w:val='" + style + "'/></w:pPr>" + run(text) + "</w:p>";
    }

    private static String row(String... cells) {
        return Stream.of(cells)
                .map(cell -> "<w:tc>" + cell + "</w:tc>")
                .collect(Collectors.joining("", "<w:tr>", "</w:tr>"));
    }

    private static List<String> texts(CaseStudy found) {
        return found.sections().stream()
                .flatMap(section -> section.paragraphs().stream())
                .toList();
    }

    @Test
    void theTitleStyleIsTheTitleAndAutomaticNumbersArePartOfHeadings() throws Exception {
        CaseStudy found =
                word(styled("a3", "朝の送迎の手引き") + styled("h1", "車") + p("村が出す。") + styled("my", "人") + p("村人が運転する。"));

        assertThat(found.title()).isEqualTo("朝の送迎の手引き");
        assertThat(found.sections()).extracting(Section::heading).containsExactly("第１章　車", "第２章　人");
    }

    @Test
    void readingsAndDeletionsAreLeftOutAndInsertionsKept() throws Exception {
        String ruby =
                "<w:r><w:ruby><w:rt>" + run("ひなた") + "</w:rt><w:rubyBase>" + run("日向") + "</w:rubyBase></w:ruby></w:r>";
        String deleted = "<w:del><w:r><w:delText>二台</w:delText></w:r></w:del><w:ins>" + run("三台") + "</w:ins>";
        String joined = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("の車が") + "</w:p>";

        CaseStudy found =
                word(p("朝の送迎") + p(ruby + run("の里。")) + joined.replace("<w:r>", deleted + "<w:r>") + p("走る。"));

        assertThat(texts(found)).containsExactly("日向の里。", "三台の車が走る。");
    }

    @Test
    void aTextBoxFollowsTheParagraphItIsAnchoredInOnce() throws Exception {
        String box = "<w:txbxContent>" + p("囲みの文。") + "</w:txbxContent>";
        String anchored = "<w:r><mc:AlternateContent><mc:Choice>" + box + "</mc:Choice><mc:Fallback>" + box
                + "</mc:Fallback></mc:AlternateContent></w:r>";

        CaseStudy found = word(p("朝の送迎") + p(run("前の文。") + anchored + run("続きの文。")) + p("後の文。"));

        assertThat(texts(found)).containsExactly("前の文。続きの文。", "囲みの文。", "後の文。");
    }

    @Test
    void linesOfACellAreParagraphsUnderTheirLabel() throws Exception {
        String lines = p("<w:r><w:t>人口：1,204人</w:t><w:br/><w:t>診療所数：1</w:t></w:r>");

        CaseStudy found = word(p("朝の送迎") + p("次のとおり始めた。") + "<w:tbl>" + row(p("自治体名"), p("島根県杉谷村"))
                + row(p("村の様子"), lines) + row(p("困りごと"), p("雪の多い冬には車を出せない日が長く続いた。")) + "</w:tbl>");

        assertThat(found.title()).isEqualTo("朝の送迎");
        assertThat(texts(found))
                .containsExactly("次のとおり始めた。", "自治体名　島根県杉谷村", "人口：1,204人", "診療所数：1", "雪の多い冬には車を出せない日が長く続いた。");
        assertThat(found.sections()).extracting(Section::heading).contains("村の様子", "困りごと");
        assertThat(found.region().figures()).hasSize(2);
    }

    @Test
    void aRowOfATableNamesItsColumnsAndRepeatsMergedCells() throws Exception {
        String merged = "<w:tcPr><w:vMerge w:val='restart'/></w:tcPr>";
        String below = "<w:tcPr><w:vMerge/></w:tcPr><w:p/>";

        CaseStudy found = word(p("朝の送迎") + p("次のとおり始めた。") + "<w:tbl>" + row(p("村の名"), p("車"), p("様子"))
                + row(merged + p("杉谷村"), p("二台"), p("朝に走る。") + p("夕方も走る。"))
                + row(below, p("一台"), p("昼に走る。")) + "</w:tbl>");

        assertThat(texts(found))
                .containsExactly(
                        "次のとおり始めた。",
                        "村の名\u3000車\u3000様子",
                        "村の名: 杉谷村 / 車: 二台 / 様子: 朝に走る。 夕方も走る。",
                        "村の名: 杉谷村 / 車: 一台 / 様子: 昼に走る。");
    }

    @Test
    void aRowThatIsMarkedAsAHeaderIsOne() throws Exception {
        String table = "<w:tbl>" + row(p("年"), p("台数")).replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>")
                + row(p("2019"), p("210")) + "</w:tbl>";

        CaseStudy found = word(p("朝の送迎") + p("次のとおり始めた。") + table);

        assertThat(texts(found)).endsWith("年: 2019 / 台数: 210");
    }

    @Test
    void notesAreNumberedInTheTextAndBeforeTheNote() throws Exception {
        String mark = "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>";
        String notes = "<w:footnotes xmlns:w='w'><w:footnote w:id='4'>" + p("冬を除く。") + "</w:footnote></w:footnotes>";

        CaseStudy found = read(
                "word/document.xml",
                "<w:document xmlns:w='w'><w:body>" + p("朝の送迎")
                        + p(run("車が") + "<w:r><w:footnoteReference w:id='4'/></w:r>" + run("走る。"))
                        + p(run("広さは12km") + mark + "2</w:t></w:r>" + run("で、村人") + mark + "2)</w:t></w:r>"
                                + run("が住む。"))
                        + p(mark + "2)</w:t></w:r>" + run("昨年の数。")) + "</w:body></w:document>",
                "word/styles.xml",
                STYLES,
                "word/footnotes.xml",
                notes);

        assertThat(texts(found)).containsExactly("車が（注1）走る。", "広さは12km2で、村人（注2）が住む。", "注1\u3000冬を除く。", "注2\u3000昨年の数。");
        assertThat(found.sections()).extracting(Section::kind).containsSubsequence(SectionKind.NOTE, SectionKind.NOTE);
    }

    @Test
    void contentsPagesAreLeftOut() throws Exception {
        String field = "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>"
                + "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" + run("人の章") + "</w:p>"
                + "<w:p><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>";
        String typed = p("目　次") + p("<w:r><w:t>車の章</w:t><w:tab/><w:t>3</w:t></w:r>");

        CaseStudy found = word(styled("a3", "朝の送迎") + typed + field + styled("h1", "車") + p("村が出す。"));

        assertThat(texts(found)).containsExactly("村が出す。");
        assertThat(found.sections()).hasSize(1);
    }

    @Test
    void headingsWithoutStylesAreFoundByNumbersAndSize() throws Exception {
        String large = "<w:r><w:rPr><w:sz w:val='36'/></w:rPr><w:t>朝の送迎の取組</w:t></w:r>";

        CaseStudy found =
                word(p("杉谷村") + p(large) + p("１　車") + p("村が出す。") + p("２　人") + p("次の二つを決めた。") + p("３　曜日") + p("４　時刻"));

        assertThat(found.title()).isEqualTo("朝の送迎の取組");
        assertThat(found.sections())
                .extracting(Section::heading)
                .contains("１　車", "２　人")
                .doesNotContain("３　曜日");
    }

    @Test
    void valuesBehindTabsAreNoContentsPage() throws Exception {
        String tab = "</w:t><w:tab/><w:t>";

        CaseStudy found = word(p("朝の送迎")
                + p("数字は次のとおり。")
                + p(run("人口" + tab + "1204"))
                + p(run("世帯" + tab + "512"))
                + p(run("車" + tab + "3")));

        assertThat(texts(found)).contains("人口 1204", "車 3");
    }

    private CaseStudy slides(String shapes) throws Exception {
        String slide = "<p:sld xmlns:p='p' xmlns:a='a'><p:cSld><p:spTree>" + shapes + "</p:spTree></p:cSld></p:sld>";
        return read(
                "ppt/presentation.xml",
                        "<p:presentation xmlns:p='p' xmlns:r='r'><p:sldIdLst><p:sldId r:id='x'/></p:sldIdLst></p:presentation>",
                "ppt/_rels/presentation.xml.rels",
                        "<Relationships><Relationship Id='x' Type='t/slide' Target='slides/one.xml'/></Relationships>",
                "ppt/slides/one.xml", slide,
                "ppt/slides/_rels/one.xml.rels",
                        "<Relationships><Relationship Id='n' Type='t/notesSlide' Target='../notes/n.xml'/></Relationships>",
                "ppt/notes/n.xml", slide.replace(shapes, shape("<p:ph type='body' idx='1'/>", 0, 0, "話し方の覚え。")));
    }

    private static String shape(String placeholder, int left, int top, String... lines) {
        String paragraphs = Stream.of(lines)
                .map(line -> "<a:p><a:r><a:t>" + line + "</a:t></a:r></a:p>")
                .collect(Collectors.joining());
        return "<p:sp><p:nvSpPr><p:nvPr>" + placeholder + "</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x='" + left
                + "' y='" + top + "'/><a:ext cx='400' cy='100'/></a:xfrm></p:spPr><p:txBody>" + paragraphs
                + "</p:txBody></p:sp>";
    }

    @Test
    void aSlideIsReadByTitleAndPositionAndItsNotesAreApart() throws Exception {
        CaseStudy found = slides(shape("", 500, 320, "右の下。")
                + shape("", 0, 320, "左の下。")
                + shape("", 500, 200, "右の上。")
                + shape("", 0, 200, "左の上。")
                + shape("<p:ph type='sldNum'/>", 0, 900, "12")
                + shape("<p:ph type='title'/>", 0, 0, "朝の送迎"));

        assertThat(found.title()).isEqualTo("朝の送迎");
        assertThat(texts(found)).containsExactly("左の上。", "左の下。", "右の上。", "右の下。", "話し方の覚え。");
        assertThat(found.sections().getLast().kind()).isEqualTo(SectionKind.NOTE);
    }

    @Test
    void oldPowerPointFilesAreReadByPosition() throws Exception {
        Path file = folder.resolve("talk.ppt");
        try (var show = new HSLFSlideShow();
                OutputStream out = Files.newOutputStream(file)) {
            HSLFSlide slide = show.createSlide();
            addBox(slide, 400, "右の文。");
            addBox(slide, 10, "左の文。");
            slide.addTitle().setText("朝の送迎");
            show.write(out);
        }

        CaseStudy found = Intake.read(file, Lexicon.shipped()).cases().getFirst();

        assertThat(found.title()).isEqualTo("朝の送迎");
        assertThat(texts(found)).containsExactly("左の文。", "右の文。");
    }

    private static void addBox(HSLFSlide slide, int left, String text) {
        HSLFTextBox box = slide.createTextBox();
        box.setAnchor(new Rectangle(left, 200, 300, 100));
        box.setText(text);
    }

    @Test
    void openDocumentSlidesAreReadByPosition() throws Exception {
        String frames = frame("", 10, "右の文。")
                + frame("", 1, "左の文。")
                + frame("presentation:class='title'", 1, "朝の送迎").replace("svg:y='5cm'", "svg:y='1cm'");
        String content =
                "<o:c xmlns:o='o' xmlns:draw='d' xmlns:svg='s' xmlns:text='t' xmlns:presentation='q'><o:presentation><draw:page>"
                        + frames + "</draw:page></o:presentation></o:c>";

        CaseStudy found = read("mimetype", "application/vnd.oasis.opendocument.presentation", "content.xml", content);

        assertThat(found.title()).isEqualTo("朝の送迎");
        assertThat(texts(found)).containsExactly("左の文。", "右の文。");
    }

    private static String frame(String attributes, int left, String text) {
        return "<draw:frame " + attributes + " svg:x='" + left
                + "cm' svg:y='5cm' svg:width='8cm' svg:height='2cm'><draw:text-box><text:p>" + text
                + "</text:p></draw:text-box></draw:frame>";
    }

    @Test
    void headersOfAnOpenDocumentTextAreNoTitle() throws Exception {
        String styles =
                "<o:s xmlns:o='o' xmlns:style='s' xmlns:text='t'><style:header><text:p>送迎の会 会報</text:p></style:header></o:s>";
        String content = "<o:c xmlns:o='o' xmlns:text='t'><o:body><o:text><text:p text:style-name='Title'>朝の送迎</text:p>"
                + "<text:h text:outline-level='1'>車</text:h><text:p><text:ruby><text:ruby-base>日向</text:ruby-base>"
                + "<text:ruby-text>ひなた</text:ruby-text></text:ruby>の里。</text:p></o:text></o:body></o:c>";

        CaseStudy found = read(
                "mimetype", "application/vnd.oasis.opendocument.text", "styles.xml", styles, "content.xml", content);

        assertThat(found.title()).isEqualTo("朝の送迎");
        assertThat(texts(found)).containsExactly("日向の里。");
    }

    @Test
    void tablesAndNotesOfAnOpenDocumentTextAreRead() throws Exception {
        String cell = "<table:table-cell><text:p>";
        String end = "</text:p></table:table-cell>";
        String content = "<o:c xmlns:o='o' xmlns:text='t' xmlns:table='b'><o:body><o:text>"
                + "<text:p text:style-name='Title'>朝の送迎</text:p><text:h text:outline-level='1'>車</text:h>"
                + "<table:table><table:table-header-rows><table:table-row>" + cell + "村の名" + end + cell + "車" + end
                + "</table:table-row></table:table-header-rows><table:table-row>"
                + cell.replace(">", " table:number-rows-spanned='2'>").replace("p table:number-rows-spanned='2'", "p")
                + "杉谷村" + end + cell + "二台<text:note><text:note-citation>1</text:note-citation>"
                + "<text:note-body><text:p>冬を除く。</text:p></text:note-body></text:note>" + end
                + "</table:table-row><table:table-row><table:covered-table-cell/>" + cell + "一台" + end
                + "</table:table-row></table:table></o:text></o:body></o:c>";

        CaseStudy found = read("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", content);

        assertThat(texts(found))
                .containsExactly("村の名\u3000車", "村の名: 杉谷村 / 車: 二台（注1）", "村の名: 杉谷村 / 車: 一台", "注1\u3000冬を除く。");
    }

    @Test
    void richTextIsRead() throws IOException, Exception {
        String rtf =
                "{\\rtf1\\ansi\\ansicpg932{\\fonttbl{\\f0 Mincho;}}\\f0 \\u26397?\\u12398?\\u36865?\\u36814?\\par \\u26449?\\u12364?\\u20986?\\u12377?\\u12290?\\par}";
        Path file = Files.writeString(folder.resolve("talk.rtf"), rtf);

        CaseStudy found = Intake.read(file, Lexicon.shipped()).cases().getFirst();

        assertThat(found.title()).isEqualTo("朝の送迎");
        assertThat(texts(found)).containsExactly("村が出す。");
    }
}
