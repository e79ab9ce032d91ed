package jirei.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jirei.intake.WorkerMessages.Kind;
import jirei.intake.WorkerMessages.PageRequest;
import jirei.intake.WorkerMessages.Reply;
import jirei.intake.pdf.PdfPage;
import jirei.intake.source.Format;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFormatException;
import jirei.intake.source.UnreadableMessages;
import tools.jackson.databind.json.JsonMapper;

/** Writes the pages that {@link PageProcesses} request, in a process without rights to lose. Not thread-safe. */
public final class PageWorker {
    private final InputStream requests;
    private final OutputStream replies;

    /** Creates a worker that receives requests from {@code requests} and answers them by {@code replies}. */
    public PageWorker(InputStream requests, OutputStream replies) {
        this.requests = requests;
        this.replies = replies;
    }

    /**
     * Serves requests and does not return.
     *
     * @param end called when the requests have ended, also while a page is being written; must end the process
     */
    public void run(Runnable end) throws IOException, InterruptedException {
        RequestLines lines = RequestLines.receive(requests, end);
        send(Reply.of(Kind.READY, ""));
        while (true) {
            send(serve(PageRequest.of(lines.take())));
        }
    }

    private void send(Reply reply) throws IOException {
        replies.write(reply.line().getBytes(StandardCharsets.UTF_8));
        replies.flush();
    }

    /** Returns the reply, with one document if the file was written, and none if there is no such page or image. */
    private static Reply serve(PageRequest request) {
        var file = new SourceFile(Path.of(request.path()), request.name());
        try {
            boolean isWritten = write(file, request);
            return new Reply(Kind.END, file.name(), "", isWritten ? 1 : 0, 0, List.of(), null);
        } catch (SourceFormatException e) {
            return unreadable(file, e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return unreadable(file, UnreadableMessages.ended(file));
        }
    }

    private static boolean write(SourceFile file, PageRequest request) throws IOException, SourceFormatException {
        Path target = Path.of(request.target());
        if (request.dpi() > 0) {
            return Format.of(file.path()) == Format.PDF
                    && PdfPage.writeImage(file, request.page(), request.dpi(), target);
        }
        Files.write(target, JsonMapper.shared().writeValueAsBytes(PageTexts.read(file, request.page())));
        return true;
    }

    private static Reply unreadable(SourceFile file, SourceFormatException problem) {
        return new Reply(Kind.UNREADABLE, file.name(), String.valueOf(problem.getMessage()), 0, 0, List.of(), null);
    }
}
