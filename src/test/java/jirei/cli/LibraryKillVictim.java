package jirei.cli;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import jirei.Eventually;
import jirei.intake.ocr.OcrSettings;
import jirei.library.Library;
import jirei.library.LibraryDocument;
import jirei.library.cases.StoredCase;
import jirei.search.SupervisedThreads;

/** A program that puts in documents and corrects, publishes and withdraws their cases, and prints each step that is done. */
final class LibraryKillVictim {
    static final String END = "end";
    private static final int DOCUMENTS = 2;

    private final Library library;

    private LibraryKillVictim(Library library) {
        this.library = library;
    }

    /** Opens the library of {@code corpus} without reading documents. */
    static Library openUnreading(Path corpus) throws Exception {
        var settings = new Library.Settings(
                corpus,
                temporary -> {
                    try {
                        new CountDownLatch(1).await();
                        throw new IllegalStateException();
                    } catch (InterruptedException closing) {
                        throw new IllegalStateException(closing);
                    }
                },
                Duration.ofMinutes(1),
                OcrSettings.OFF,
                1 << 20,
                1000,
                Clock.systemUTC());
        return Library.open(settings, (editor, action, id, before, after) -> {}, new SupervisedThreads());
    }

    /** The arguments are the corpus and the number of the round. */
    public static void main(String[] arguments) throws Exception {
        var settings = new Library.Settings(
                Path.of(arguments[0]),
                ImportWorker::command,
                Duration.ofMinutes(1),
                OcrSettings.OFF,
                1 << 20,
                1000,
                Clock.systemUTC());
        try (Library library =
                Library.open(settings, (editor, action, id, before, after) -> {}, new SupervisedThreads())) {
            var victim = new LibraryKillVictim(library);
            for (int number = 0; number < DOCUMENTS; number++) {
                victim.work("r" + arguments[1] + "-" + number);
            }
        }
        System.out.println(END);
    }

    private void work(String name) throws Exception {
        String line = "{\"id\":\"" + name + "\",\"title\":\"灯台\",\"sections\":[{\"id\":\"s1\",\"text\":\"島へ渡る。\"}]}\n";
        LibraryDocument added = library.add(
                        name + ".jsonl", new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), "友")
                .getFirst()
                .document();
        String id = Objects.requireNonNull(added).id();
        System.out.println("added " + id);
        Eventually.await(() -> library.document(id).orElseThrow().reading() == LibraryDocument.Reading.READ);
        System.out.println("read " + name);
        LibraryDocument document = library.document(id).orElseThrow();
        save(name, "島へ泳ぐ。");
        library.publish(document, name, "友");
        System.out.println("published " + name);
        save(name, "島へ飛ぶ。");
        library.withdraw(document, name, "友");
        System.out.println("withdrawn " + name);
        library.publish(document, name, "友");
        System.out.println("published " + name);
    }

    private void save(String name, String sentence) throws Exception {
        StoredCase stored = library.cases().find(name).orElseThrow();
        String text = stored.text().replaceFirst("島へ..。", sentence);
        StoredCase saved = library.cases().saveText(name, text, stored.version(), "友");
        System.out.println("saved " + name + " " + saved.version());
    }
}
