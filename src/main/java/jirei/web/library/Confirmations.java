package jirei.web.library;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jirei.web.page.library.ConfirmationPage;
import jirei.web.server.TemplateRenderer;

/** A page with a question before something is done; its form repeats the one that was sent. Stateless. */
public final class Confirmations {
    private Confirmations() {}

    /**
     * A question. Immutable.
     *
     * @param question the question
     * @param consequences what will happen, a sentence each
     * @param cases the cases that are concerned
     * @param button the name of what is done
     * @param back the page on which nothing is done
     */
    public record Question(
            String question,
            List<String> consequences,
            List<ConfirmationPage.Case> cases,
            String button,
            String back) {}

    /** Returns whether the form that was sent is the one of a question. */
    public static boolean isConfirmed(Context context) {
        return !FormParameters.text(context, ConfirmationPage.CONFIRMED).isEmpty();
    }

    /** Responds with the question; of the form that was sent, the fields {@code case} and {@code do} are sent again. */
    static void ask(Context context, TemplateRenderer templates, Question question) {
        ask(context, templates, question, List.of("case", "do"));
    }

    /**
     * Responds with the question.
     *
     * @param names the fields of the form that was sent which are sent again
     */
    public static void ask(Context context, TemplateRenderer templates, Question question, List<String> names) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : names) {
            fields.put(name, FormParameters.text(context, name));
        }
        fields.values().removeIf(String::isEmpty);
        templates.respond(
                context,
                "library/confirm.jte",
                new ConfirmationPage(
                        ConfirmationPage.frame(templates.assets(context)),
                        question.question(),
                        question.consequences(),
                        question.cases(),
                        context.path(),
                        fields,
                        question.button(),
                        question.back()));
    }
}
