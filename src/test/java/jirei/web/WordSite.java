package jirei.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jirei.corpus.CorpusReader;
import jirei.intake.BrokenWorker;
import jirei.intake.PageProcesses;
import jirei.intake.ocr.OcrSettings;
import jirei.library.Library;
import jirei.library.cases.CaseHistory;
import jirei.library.cases.CaseStore;
import jirei.library.editors.AuditLog;
import jirei.library.judging.JudgedRanking;
import jirei.library.judging.JudgmentStore;
import jirei.library.pages.OriginalPages;
import jirei.library.pages.Originals;
import jirei.library.pages.PageCache;
import jirei.library.words.LexiconStore;
import jirei.lucene.EmbeddedIndex;
import jirei.lucene.TrialIndex;
import jirei.search.EngineReference;
import jirei.web.settings.LoggingSettings;
import jirei.web.settings.WebSettings;
import jirei.web.words.WordParts;

/**
 * A site whose editor changes the lexicon of a corpus with one case of four sections, {@code lamp}, and judges its hits. The index
 * remains that of the start. Not thread-safe.
 */
public final class WordSite implements AutoCloseable {
    public final Site site;
    public final Path corpus;
    public final List<String> changes = new ArrayList<>();
    private final Library library;
    private final OriginalPages originals;

    public WordSite(Path folder) throws Exception {
        corpus = folder.resolve("corpus");
        Files.createDirectories(corpus.resolve("cases"));
        Files.createDirectories(corpus.resolve("lexicon"));
        Files.writeString(corpus.resolve("lexicon/synonyms.txt"), "# 島のことば\n灯台 = 燈台\n");
        Files.writeString(
                corpus.resolve("cases/lamp.md"),
                "---\nid: lamp\ntitle: 島の暮らし\n---\n\n"
                        + section("s1", "灯台の当番", "灯台へ船で渡る。")
                        + section("s2", "渡し船の時刻", "渡し船が港に着く。")
                        + section("s3", "港の市", "渡し船を待つ人に港で魚を売る。")
                        + section("s4", "夜の見回り", "港を夜に見回る。"));
        Path log = Files.writeString(folder.resolve("zero.tsv"), "2026-11-29\t連絡船 港\n2026-11-30\t連絡船\n");
        EmbeddedIndex index = EmbeddedIndex.of(CorpusReader.of(corpus), folder.resolve("index"));
        index.rebuild(done -> {}, fault -> {
            throw new AssertionError(fault.toString());
        });
        var engine = new EngineReference(index.open());
        CaseStore.ChangeListener listener = (editor, action, id, before, after) -> changes.add(action + " " + id);
        var judgments = new JudgmentStore(corpus, listener);
        var words = new WordParts(
                new LexiconStore(corpus, CaseHistory.ofLexicon(corpus, 10, Clock.systemUTC()), listener),
                new TrialIndex(CorpusReader.of(corpus), folder.resolve("index")),
                judgments,
                new JudgedRanking(judgments, corpus, Site.CLOCK));
        library = Library.open(
                new Library.Settings(
                        corpus,
                        ignored -> List.of(),
                        Duration.ofMinutes(1),
                        OcrSettings.OFF,
                        1 << 20,
                        10,
                        Clock.systemUTC()),
                listener,
                engine.threads());
        originals = new OriginalPages(
                new Originals(corpus.resolve("sources")),
                new PageCache(
                        folder.resolve("pages"),
                        1 << 20,
                        new PageProcesses(new PageProcesses.Settings(BrokenWorker::pageCommand))));
        site = Site.of(
                withLog(log),
                engine,
                new ServedDocuments(
                        originals, library, new AuditLog(corpus.resolve(AuditLog.FILE), Site.CLOCK), words));
    }

    private static WebSettings withLog(Path log) {
        WebSettings defaults = Site.SETTINGS;
        return new WebSettings(
                "127.0.0.1",
                0,
                false,
                defaults.webFolder(),
                Set.of(),
                defaults.limits(),
                new LoggingSettings(false, false, Duration.ZERO, log),
                defaults.editing());
    }

    private static String section(String id, String heading, String text) {
        return "## " + heading + " {#" + id + "}\n\n- 種別: ここがすごい\n- 主体: なし\n- テーマ: なし\n\n" + text + "\n\n";
    }

    /** The token of the editor. */
    public String token() throws Exception {
        return site.json("/api/session").path("token").asString();
    }

    @Override
    public void close() throws IOException {
        site.close();
        library.close();
        originals.close();
    }
}
