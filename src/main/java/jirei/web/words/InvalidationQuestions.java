package jirei.web.words;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jirei.library.words.InvalidatedCase;
import jirei.library.words.LexiconFile;
import jirei.library.words.LexiconStore;
import jirei.web.library.Confirmations;
import jirei.web.page.library.ConfirmationPage;
import jirei.web.server.TemplateRenderer;

/**
 * Puts a question before a change of the lexicon that makes published cases invalid. Thread-safe.
 *
 * @param store the lexicon
 */
record InvalidationQuestions(LexiconStore store, TemplateRenderer templates) {
    private static final int MAX_LISTED = 20;

    /** Returns whether the question was sent, so that nothing is saved yet. There is none for a faulty text, which is not saved. */
    boolean asks(Context context, LexiconFile file, String text) throws IOException {
        if (Confirmations.isConfirmed(context) || !store.faults(file, text).isEmpty()) {
            return false;
        }
        List<InvalidatedCase> cases = store.invalidated(file, text);
        if (!cases.isEmpty()) {
            ask(context, file, cases);
        }
        return !cases.isEmpty();
    }

    private void ask(Context context, LexiconFile file, List<InvalidatedCase> cases) {
        List<String> consequences = new ArrayList<>();
        consequences.add("保存すると、公開中の" + cases.size() + "事例に誤りが生じ、検索されなくなります。先に事例を直すか、事例に書かれている名前を辞書に残してください。");
        if (cases.size() > MAX_LISTED) {
            consequences.add("はじめの" + MAX_LISTED + "事例を示します。");
        }
        List<String> fields = Stream.concat(
                        Stream.of("version", "line", "original", "find", "note", "do", "text", "name"),
                        file.columns().stream().map(LexiconFile.Column::id))
                .distinct()
                .toList();
        Confirmations.ask(
                context,
                templates,
                new Confirmations.Question(
                        "検索されなくなる事例があります。保存しますか",
                        consequences,
                        cases.stream()
                                .limit(MAX_LISTED)
                                .map(one -> new ConfirmationPage.Case(one.id(), one.title(), one.problem()))
                                .toList(),
                        "検索されなくなっても保存する",
                        "/library/lexicon/" + file.id()),
                fields);
    }
}
