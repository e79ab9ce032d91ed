package jirei.library.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import jirei.intake.PageBusyException;
import jirei.intake.PageProcesses;
import jirei.intake.page.PageText;
import jirei.intake.source.Limits;
import jirei.intake.source.SourceFormatException;
import jirei.library.pages.Originals.Original;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The images and texts of pages. Each is made once, when it is first requested, and kept in {@link PageFiles}. Two
 * requests for one page make it once. Thread-safe.
 */
public final class PageCache implements AutoCloseable {
    /** Dots per inch of the image at zoom 1. */
    public static final int DPI = 110;
    /** The largest zoom. */
    public static final int MAX_ZOOM = 2;

    /** Time for which a page that cannot be shown is not tried again. */
    private static final Duration RETRY = Duration.ofMinutes(10);

    private static final int MAX_PROBLEMS = 1_000;

    private final PageFiles files;
    private final PageProcesses processes;
    private final Map<String, CompletableFuture<Optional<byte[]>>> open = new ConcurrentHashMap<>();
    private final Map<String, Problem> problems = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Problem> eldest) {
            return size() > MAX_PROBLEMS;
        }
    });

    /** Why a page cannot be shown, and the value of {@link System#nanoTime} from which it is tried again. */
    private record Problem(String message, long until) {}

    /**
     * Creates a cache; {@link #close} closes {@code processes}.
     *
     * @param folder the folder of the files, which need not exist
     * @param maxBytes maximum size of all files
     */
    public PageCache(Path folder, long maxBytes, PageProcesses processes) {
        this.files = new PageFiles(folder, maxBytes);
        this.processes = processes;
    }

    /** Writes a page to a file and returns whether there is such a page. */
    @FunctionalInterface
    private interface Maker {
        boolean write(Path target) throws IOException, SourceFormatException, PageBusyException;
    }

    /**
     * Returns the image of a page as PNG; empty if the document has no such page, or is no PDF. A page that exceeds the limits at a
     * zoom has that of zoom 1.
     *
     * @param page the page, from 1
     * @param zoom 1 or 2, a multiple of {@link #DPI}
     * @throws SourceFormatException if the document cannot be read or the page exceeds the limits
     * @throws PageBusyException if too many pages are waited for
     * @throws IOException if the files cannot be read or written, or no process can be started
     * @throws IllegalArgumentException if {@code page} or {@code zoom} is out of range
     */
    public Optional<byte[]> image(Original original, int page, int zoom)
            throws IOException, SourceFormatException, PageBusyException {
        requirePage(page);
        if (zoom < 1 || zoom > MAX_ZOOM) {
            throw new IllegalArgumentException("zoom must be 1 to " + MAX_ZOOM + ", got " + zoom);
        }
        if (!original.isPdf()) {
            return Optional.empty();
        }
        try {
            String name = original.id() + "/" + page + (zoom == 1 ? "" : "@" + zoom) + ".png";
            return get(name, target -> processes.writeImage(original.source(), page, DPI * zoom, target));
        } catch (SourceFormatException e) {
            if (zoom == 1) {
                throw e;
            }
            return image(original, page, 1);
        }
    }

    /**
     * Returns the text of a page with the positions, a {@link PageText} as JSON in UTF-8. Throws as {@link #image} does.
     *
     * @param page the page, from 1
     */
    public byte[] textJson(Original original, int page) throws IOException, SourceFormatException, PageBusyException {
        requirePage(page);
        return get(original.id() + "/" + page + ".json", target -> {
                    processes.writeText(original.source(), page, target);
                    return true;
                })
                .orElseThrow();
    }

    /** Returns the text of a page; it has no lines if the document has no such page. Throws as {@link #image} does. */
    public PageText text(Original original, int page) throws IOException, SourceFormatException, PageBusyException {
        try {
            return JsonMapper.shared().readValue(textJson(original, page), PageText.class);
        } catch (JacksonException e) {
            throw new IOException("the text of page " + page + " of " + original.id() + " is damaged", e);
        }
    }

    private static void requirePage(int page) {
        if (page < 1 || page > Limits.MAX_PAGES) {
            throw new IllegalArgumentException("page must be 1 to " + Limits.MAX_PAGES + ", got " + page);
        }
    }

    private Optional<byte[]> get(String name, Maker maker)
            throws IOException, SourceFormatException, PageBusyException {
        Optional<byte[]> kept = files.read(name);
        if (kept.isPresent()) {
            return kept;
        }
        var own = new CompletableFuture<Optional<byte[]>>();
        CompletableFuture<Optional<byte[]>> other = open.putIfAbsent(name, own);
        if (other != null) {
            return await(other);
        }
        try {
            Optional<byte[]> made = make(name, maker);
            own.complete(made);
            return made;
        } catch (Throwable e) {
            own.completeExceptionally(e);
            throw e;
        } finally {
            open.remove(name, own);
        }
    }

    private static Optional<byte[]> await(CompletableFuture<Optional<byte[]>> other)
            throws IOException, SourceFormatException, PageBusyException {
        try {
            return other.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case SourceFormatException problem -> throw problem;
                case PageBusyException busy -> throw busy;
                case null, default -> throw new IOException("the page was not made", e);
            }
        }
    }

    private Optional<byte[]> make(String name, Maker maker)
            throws IOException, SourceFormatException, PageBusyException {
        Optional<byte[]> kept = files.read(name); // another request may have made it meanwhile
        if (kept.isPresent()) {
            return kept;
        }
        Problem problem = problems.get(name);
        if (problem != null && System.nanoTime() - problem.until() < 0) {
            throw new SourceFormatException(problem.message());
        }
        Path temporary = Files.createTempFile("jirei-page", ".part");
        try {
            if (!maker.write(temporary)) {
                return Optional.empty();
            }
            byte[] content = Files.readAllBytes(temporary);
            files.write(name, content);
            return Optional.of(content);
        } catch (SourceFormatException e) {
            problems.put(name, new Problem(String.valueOf(e.getMessage()), System.nanoTime() + RETRY.toNanos()));
            throw e;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Ends the processes. */
    @Override
    public void close() {
        processes.close();
    }
}
