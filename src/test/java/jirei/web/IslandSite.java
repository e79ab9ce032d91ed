package jirei.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jirei.cases.CaseStudy;
import jirei.cases.Pages;
import jirei.cases.RegionFigures;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Source;
import jirei.corpus.format.CaseJson;
import jirei.corpus.text.Sha256;
import jirei.intake.BrokenWorker;
import jirei.intake.PageProcesses;
import jirei.intake.PrintedPdf;
import jirei.library.pages.OriginalPages;
import jirei.library.pages.Originals;
import jirei.library.pages.PageCache;
import org.jspecify.annotations.Nullable;

/**
 * A site over cases with originals: {@code island} with a PDF of two pages, {@code plain} with a text, {@code hanging}
 * with a PDF that cannot be shown, {@code unknown} and {@code wrong} without. Thread-safe.
 */
public final class IslandSite implements AutoCloseable {
    private final Site site;
    private final OriginalPages originals;
    private final String id;

    /**
     * @param folder receives the corpus and the index
     * @param pageTime how long a page may take to be drawn, with the start of a process
     */
    public IslandSite(Path folder, Duration pageTime) throws Exception {
        Path corpus = folder.resolve("corpus");
        Path printed = new PrintedPdf()
                .page()
                .text(60, 100, 16, "荷物を預かる店")
                .lines(60, 140, "船が着かない日の荷物は、三つの店が預かる。")
                .lines(60, 600, "冬のあいだは灯台の見", "張りも続ける。")
                .text(60, 700, 14, "発行　なぎさ島役場")
                .page()
                .lines(60, 100, "朝に港を見回る。")
                .write(folder.resolve("printed.pdf"));
        String sha256 = keep(corpus, printed, "島の話 “一”.pdf");
        id = sha256.substring(0, 16);
        String text = keep(corpus, Files.writeString(folder.resolve("talk.txt"), "島の話の続き"), "talk.txt");
        Path endless = new PrintedPdf().page().lines(60, 90, "終わらない").write(folder.resolve("endless.pdf"));
        Files.write(
                corpus.resolve("cases.jsonl"),
                List.of(
                        caseStudy("island", sha256),
                        caseStudy("plain", text),
                        caseStudy("hanging", keep(corpus, endless, "hang.pdf")),
                        caseStudy("unknown", "0".repeat(64)),
                        caseStudy("wrong", "../../../../etc/passwd")));
        originals = new OriginalPages(
                new Originals(corpus.resolve("sources")),
                new PageCache(
                        folder.resolve("pages"),
                        1 << 20,
                        new PageProcesses(new PageProcesses.Settings(
                                BrokenWorker::pageCommand,
                                pageTime,
                                2,
                                4,
                                Duration.ofSeconds(60),
                                Duration.ofMinutes(1)))));
        site = Site.of(corpus, folder.resolve("index"), originals);
    }

    private static String keep(Path corpus, Path file, String name) throws IOException {
        String sha256 = Sha256.of(file);
        Path folder = corpus.resolve("sources").resolve(sha256.substring(0, 16)).resolve("original");
        Files.copy(file, Files.createDirectories(folder).resolve(name));
        return sha256;
    }

    private static String caseStudy(String id, String sha256) {
        return CaseJson.write(new CaseStudy(
                id,
                null,
                "島の話",
                "",
                null,
                null,
                "",
                RegionFigures.NONE,
                Source.UNKNOWN.withFile("printed.pdf", sha256),
                List.of(
                        section("s1", "荷物を預かる店", "船が着かない日の荷物は、三つの店が預かる。", new Pages(1, 1)),
                        section("s2", "", "朝に港を見回る。", new Pages(2, 2)),
                        section("s3", "ページの分からない話", "太鼓を打つ。", null))));
    }

    private static Section section(String id, String heading, String text, @Nullable Pages pages) {
        return new Section(id, SectionKind.LEAD, heading, "", List.of(), List.of(), text, pages);
    }

    public Site site() {
        return site;
    }

    public OriginalPages pages() {
        return originals;
    }

    public Originals originals() {
        return originals.originals();
    }

    /** The id of the original of {@code island}. */
    public String id() {
        return id;
    }

    @Override
    public void close() throws IOException {
        site.close();
        originals.close();
    }
}
