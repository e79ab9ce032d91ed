package jirei.web.page.library;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jirei.library.LibraryDocument;
import jirei.library.ReadingProgress;
import jirei.library.cases.StoredCase;

/**
 * A document in the list of the library. Immutable.
 *
 * @param id the id of the document
 * @param name the file name
 * @param state the state in Japanese
 * @param stateClass the style of the state: {@code open}, {@code check}, {@code done} or {@code bad}
 * @param detail how far it is, or why it cannot be read; empty for nothing to say
 * @param toCheck the number of places to check, beside the state; 0 for none
 * @param cases the number of its cases, of their sections, and of those that are published; empty before it is read
 * @param unpublished the number of cases that can be published
 * @param published the number of published cases
 * @param hasDraft whether anyone has a draft of one of its cases
 * @param added when it was put in, and by whom
 * @param size the size in words
 * @param isOpen whether its reading can be stopped
 */
public record DocumentRow(
        String id,
        String name,
        String state,
        String stateClass,
        String detail,
        int toCheck,
        String cases,
        int unpublished,
        int published,
        boolean hasDraft,
        String added,
        String size,
        boolean isOpen) {
    private static final int KIB = 1024;

    /**
     * Returns the row of {@code document} with its cases.
     *
     * @param toCheck the number of places to check
     * @param drafts the ids of the cases with a draft, also of other documents
     * @param unsearchable the ids of published cases that searches do not find, also of other documents
     */
    public static DocumentRow of(
            LibraryDocument document,
            List<StoredCase> cases,
            int toCheck,
            Set<String> drafts,
            Set<String> unsearchable,
            Optional<ReadingProgress> progress) {
        int published = (int) cases.stream().filter(StoredCase::isPublished).count();
        int unpublished = cases.size() - published;
        return new DocumentRow(
                document.id(),
                document.name(),
                state(document, published, unpublished),
                stateClass(document, unpublished),
                detail(document, progress),
                document.reading() == LibraryDocument.Reading.READ ? toCheck : 0,
                cases.isEmpty() ? "" : counts(cases, published, unsearchable),
                unpublished,
                published,
                cases.stream().anyMatch(stored -> drafts.contains(stored.id())),
                HistoryPage.japanTime(Instant.parse(document.added()))
                        + (document.by().isEmpty() ? "" : "、" + document.by()),
                size(document.bytes()),
                document.reading().isOpen());
    }

    private static String counts(List<StoredCase> cases, int published, Set<String> unsearchable) {
        int sections = cases.stream().mapToInt(StoredCase::sectionCount).sum();
        long lost = cases.stream()
                .filter(stored -> unsearchable.contains(stored.id()))
                .count();
        return cases.size() + "事例、" + sections + "節（公開" + published + (lost > 0 ? "、うち検索されない" + lost : "") + "、未公開"
                + (cases.size() - published) + "）";
    }

    private static String state(LibraryDocument document, int published, int unpublished) {
        if (document.reading() != LibraryDocument.Reading.READ) {
            return document.reading().label();
        }
        if (unpublished == 0) {
            return published == 0 ? "事例なし" : "公開済み";
        }
        return published == 0 ? "確認待ち" : "一部公開";
    }

    private static String stateClass(LibraryDocument document, int unpublished) {
        return switch (document.reading()) {
            case QUEUED, READING -> "open";
            case READ -> unpublished == 0 ? "done" : "check";
            case UNREADABLE, STOPPED -> "bad";
        };
    }

    private static String detail(LibraryDocument document, Optional<ReadingProgress> progress) {
        if (progress.isEmpty() || progress.get().total() == 0) {
            return document.problem();
        }
        ReadingProgress now = progress.get();
        String left = now.secondsLeft() < 1 ? "" : "、残りおよそ" + timeLeft(now.secondsLeft());
        return (now.byOcr() ? "画像のページの文字: " : "") + now.done() + "/" + now.total() + "ページ"
                + (now.done() == now.total() ? "、事例にまとめています" : left);
    }

    private static String timeLeft(long seconds) {
        return seconds < 60 ? seconds + "秒" : (seconds + 59) / 60 + "分";
    }

    private static String size(long bytes) {
        if (bytes < KIB) {
            return bytes + "バイト";
        }
        return bytes < KIB * KIB ? bytes / KIB + "KB" : Math.round(bytes / (double) (KIB * KIB) * 10) / 10.0 + "MB";
    }
}
