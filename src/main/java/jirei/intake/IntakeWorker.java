package jirei.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jirei.cases.CaseStudy;
import jirei.corpus.format.CaseMarkdown;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusFormatException;
import jirei.corpus.text.Sha256;
import jirei.intake.document.Archive;
import jirei.intake.layout.ImportResult;
import jirei.intake.layout.ImportWarning;
import jirei.intake.ocr.Ocr;
import jirei.intake.separation.SplitRule;
import jirei.intake.source.Format;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFormatException;
import jirei.intake.table.ColumnChoice;
import org.jspecify.annotations.Nullable;

/** Reads the documents that an {@link IntakeProcess} sends, in a process without rights to lose. Not thread-safe. */
public final class IntakeWorker {
    /** Minimum time between two replies on pages with text. */
    private static final Duration REPLY_INTERVAL = Duration.ofMillis(200);

    private final InputStream requests;
    private final OutputStream replies;
    private final Set<String> stems = new LinkedHashSet<>();

    /** Creates a worker that receives requests from {@code requests} and writes the results to {@code replies}. */
    public IntakeWorker(InputStream requests, OutputStream replies) {
        this.requests = requests;
        this.replies = replies;
    }

    /**
     * Serves requests and does not return.
     *
     * @param end called when the requests have ended, also while a document is being read; must end the process
     */
    public void run(Runnable end) throws IOException, InterruptedException, CorpusFormatException {
        RequestLines lines = RequestLines.receive(requests, end);
        WorkerMessages.Setup setup = WorkerMessages.Setup.of(lines.take());
        stems.addAll(setup.stems());
        var intake = new Intake(
                Lexicon.read(Path.of(setup.lexicon())),
                Duration.ofSeconds(setup.seconds()),
                SplitRule.of(setup.split()),
                ColumnChoice.parse(setup.columns()),
                new Ocr(setup.ocr(), new PageReplies()),
                stems);
        send(WorkerMessages.Reply.of(WorkerMessages.Kind.READY, ""));
        while (true) {
            serve(intake, WorkerMessages.Request.of(lines.take()));
        }
    }

    private void send(WorkerMessages.Reply reply) throws IOException {
        replies.write(reply.line().getBytes(StandardCharsets.UTF_8));
        replies.flush();
    }

    private void serve(Intake intake, WorkerMessages.Request request) throws IOException {
        var file = new SourceFile(Path.of(request.path()), request.name());
        if (request.isAlone()) {
            stems.clear();
        }
        if (request.from() == 0) {
            begin(file);
        }
        if (Format.isZip(file.path())) {
            readArchive(intake, file, request.from());
        } else {
            read(intake, file);
        }
        send(WorkerMessages.Reply.of(WorkerMessages.Kind.END, file.name()));
    }

    private void readArchive(Intake intake, SourceFile file, int from) throws IOException {
        try (Archive archive = Archive.open(file)) {
            if (from == 0) {
                send(new WorkerMessages.Reply(
                        WorkerMessages.Kind.ARCHIVE, file.name(), "", archive.size(), 0, List.of(), null));
            }
            archive.forEach(from, new Archive.Visitor() {
                @Override
                public void begin(SourceFile inner) throws IOException {
                    IntakeWorker.this.begin(inner);
                }

                @Override
                public void visit(SourceFile inner) throws IOException {
                    read(intake, inner);
                }

                @Override
                public void fail(SourceFile inner, String problem) throws IOException {
                    unreadable(inner, problem);
                }
            });
        } catch (SourceFormatException e) {
            unreadable(file, e.getMessage());
        }
    }

    private void begin(SourceFile file) throws IOException {
        send(WorkerMessages.Reply.of(WorkerMessages.Kind.BEGIN, file.name()));
    }

    /** Sends how far the reading of a document is. Not thread-safe. */
    private final class PageReplies implements Ocr.Progress {
        private long sent;

        @Override
        public void read(int done, int all) throws IOException {
            send(WorkerMessages.Kind.PAGES, done, all);
        }

        /** Pages with text are read faster than anyone can follow, so only some of them are reported. */
        @Override
        public void printed(int done, int all) throws IOException {
            long now = System.nanoTime();
            if (done == 1 || done == all || now - sent >= REPLY_INTERVAL.toNanos()) {
                sent = now;
                send(WorkerMessages.Kind.PRINTED, done, all);
            }
        }

        private void send(WorkerMessages.Kind kind, int done, int all) throws IOException {
            IntakeWorker.this.send(new WorkerMessages.Reply(kind, "", "", all, done, List.of(), null));
        }
    }

    private void unreadable(SourceFile file, @Nullable String problem) throws IOException {
        send(new WorkerMessages.Reply(
                WorkerMessages.Kind.UNREADABLE, file.name(), String.valueOf(problem), 0, 0, List.of(), null));
    }

    private void read(Intake intake, SourceFile file) throws IOException {
        int stemsBefore = stems.size();
        ReadDocument document;
        try {
            document = document(file, intake.read(file), intake.lexicon());
        } catch (SourceFormatException e) {
            unreadable(file, e.getMessage());
            return;
        } catch (IOException e) {
            unreadable(file, "文書「" + file.path() + "」を読めません。ファイルの場所と権限を確かめてください。");
            return;
        } catch (RuntimeException e) {
            unreadable(file, "「" + file.name() + "」は思いがけない不具合で読めませんでした（" + e + "）。PDF かテキストで保存し直してください。");
            return;
        } catch (OutOfMemoryError | StackOverflowError e) {
            unreadable(file, "「" + file.name() + "」は大きいか入れ子が深く、読むだけの記憶がありません。分けて保存し直してください。");
            return;
        }
        List<String> added = stems.stream().skip(stemsBefore).toList();
        send(new WorkerMessages.Reply(WorkerMessages.Kind.READ, file.name(), "", 0, 0, added, document));
    }

    private static ReadDocument document(SourceFile file, ImportResult found, Lexicon lexicon) throws IOException {
        boolean isCaseFile = !found.caseFile().isEmpty();
        boolean hasOwnIds = isCaseFile || Format.of(file.path()) == Format.CASE_LINES;
        String sha256 = Sha256.of(file.path());
        List<ReadDocument.ReadCase> cases = new ArrayList<>();
        for (CaseStudy caseStudy : found.cases()) {
            CaseStudy sourced = hasOwnIds
                    ? caseStudy
                    : caseStudy.withSource(caseStudy.source().withFile(file.name(), sha256));
            String markdown =
                    isCaseFile ? found.caseFile() : CaseMarkdown.write(sourced, comments(caseStudy, found), lexicon);
            cases.add(new ReadDocument.ReadCase(
                    caseStudy.id(),
                    caseStudy.title(),
                    caseStudy.place(),
                    caseStudy.sections().size(),
                    markdown));
        }
        return new ReadDocument(file.name(), sha256, found.unit(), isCaseFile, hasOwnIds, cases, found.warnings());
    }

    private static Map<String, List<String>> comments(CaseStudy caseStudy, ImportResult found) {
        Map<String, List<String>> comments = new LinkedHashMap<>();
        for (ImportWarning warning : found.warnings()) {
            if (warning.caseId().equals(caseStudy.id())) {
                comments.computeIfAbsent(warning.sectionId(), id -> new ArrayList<>())
                        .add("原文" + warning.firstLine() + found.unit() + ": " + warning.message());
            }
        }
        return comments;
    }
}
