package jirei.lucene;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.lucene.index.IndexUnavailableException;
import jirei.lucene.index.IndexedFile;
import jirei.search.IndexStatus;

/** The sentences about an index for the user, in Japanese. Stateless. */
final class IndexMessages {
    private IndexMessages() {}

    static String otherWriter(Path folder) {
        return "索引フォルダ「" + folder + "」はほかの jirei が新しくしているので、この jirei は読むだけにします。事例ファイルの変更は、そちらを通して現れます。";
    }

    static String notLockable(Path folder) {
        return "索引フォルダ「" + folder + "」に書き込めないかロックできないため、索引を読むだけにします。事例ファイルの変更は検索に現れません。"
                + "書き込みの権限とファイルシステムを確かめるか、--index で別のフォルダを指定してください。";
    }

    /** @param wasNotLockable whether the folder could not be locked before; otherwise another process was the writer */
    static String isWriter(boolean wasNotLockable) {
        return (wasNotLockable ? "索引フォルダに書き込めるようになった" : "ほかの jirei が終わった") + "ので、これからはこの jirei が索引を新しくします。";
    }

    /** @param fallback the status of the index that serves meanwhile; empty if there is none */
    static String damaged(Path folder, Optional<IndexStatus> fallback) {
        return "索引フォルダ「" + folder + "」の索引が壊れているため、事例ファイルから作り直します。"
                + fallback.map(status -> "できるまでは、その前の索引（" + status.cases() + "事例）で答えます。新しい変更は入っていないことがあります。")
                        .orElse("できるまで検索はできません。");
    }

    static String lost(Path folder) {
        return "索引フォルダ「" + folder + "」の索引が消えたか変えられたため、事例ファイルから作り直します。できるまでは、開いている索引で答えます。新しい変更は入っていないことがあります。";
    }

    static String rebuilt(IndexStatus status) {
        return "索引を作り直しました: " + status.cases() + "事例、" + status.sections() + "節";
    }

    static String updated(IndexStatus status, Duration took) {
        return "索引を新しくしました: " + status.cases() + "事例、" + status.sections() + "節（"
                + Math.round(took.toMillis() / 100.0) / 10.0 + "秒）";
    }

    static String notUpdated(Path folder, Exception problem) {
        return problem instanceof IndexUnavailableException
                ? String.valueOf(problem.getMessage())
                : "索引フォルダ「" + folder + "」の索引を新しくできません（" + problem.getMessage() + "）。前の索引で答えながら、5秒ごとにやり直します";
    }

    static String slow(Duration delay) {
        return "事例ファイルの変更が検索に現れるまで、およそ" + delay.plusMillis(999).toSeconds() + "秒かかります。";
    }

    /** Returns {@code faults} as {@code file:line}, with paths relative to {@code directory}. */
    static List<String> faults(Path directory, List<CorpusDiagnostic> faults) {
        return faults.stream()
                .map(fault -> directory.relativize(fault.file()) + ":" + IndexedFile.lineOf(fault))
                .toList();
    }
}
