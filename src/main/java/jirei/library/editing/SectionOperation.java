package jirei.library.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.Pages;
import org.jspecify.annotations.Nullable;

/** What can be done with the sections of a form. No operation loses text. Immutable. */
public enum SectionOperation {
    /** Splits a section at a position of its text, or at its first line of three or more equals signs. */
    SPLIT("split"),
    /** Appends the next section. */
    JOIN("join"),
    /** Moves a section before the one before it. */
    UP("up"),
    /** Moves a section behind the next. */
    DOWN("down"),
    /** Makes a main section of one that is none, and the other way round. */
    LEVEL("level"),
    /** Deletes a section. */
    DELETE("delete"),
    /** Adds an empty section behind a section; behind -1 at the start. */
    ADD("add");

    /** The maximum length of an id less that of a number. */
    private static final int MAX_PREFIX_LENGTH = 100 - 6;

    private static final String MARK = "(?m)^[=＝]{3,}[ \u3000]*$";

    private final String id;

    SectionOperation(String id) {
        this.id = id;
    }

    /** Returns the name in forms. */
    public String id() {
        return id;
    }

    /** Returns the operation with the name {@code id}; null if there is none. */
    public static @Nullable SectionOperation named(String id) {
        return Stream.of(values()).filter(one -> one.id.equals(id)).findFirst().orElse(null);
    }

    /**
     * Returns {@code form} after the operation; itself if the operation cannot be done there.
     *
     * @param at the section, from 0
     * @param cursor for {@link #SPLIT} a position in the text in UTF-16 code units; -1 for none
     */
    public CaseForm apply(CaseForm form, int at, int cursor) {
        boolean exists = at >= 0 && at < form.sections().size();
        if (!exists && !(this == ADD && at == -1)) {
            return form;
        }
        List<SectionForm> sections = new ArrayList<>(form.sections());
        switch (this) {
            case SPLIT -> split(sections, at, cursor);
            case JOIN -> join(sections, at);
            case UP -> swap(sections, at - 1);
            case DOWN -> swap(sections, at);
            case LEVEL ->
                sections.set(at, sections.get(at).asMain(!sections.get(at).isMain()));
            case DELETE -> delete(sections, at);
            case ADD ->
                sections.add(
                        at + 1,
                        SectionForm.empty(
                                newId("n", sections), at < 0 || sections.get(at).isMain()));
        }
        return form.with(sections);
    }

    private static void split(List<SectionForm> sections, int at, int cursor) {
        SectionForm section = sections.get(at);
        String text = section.text();
        String[] halves = cursor > 0 && cursor < text.length() ? halves(text, cursor) : text.split(MARK, 2);
        if (halves.length == 2 && !halves[0].isBlank() && !halves[1].isBlank()) {
            sections.set(at, section.with(section.heading(), halves[0].strip()));
            SectionForm second = section.with("", halves[1].strip())
                    .withNames("", "")
                    .asMain(false)
                    .withParent(section.parent());
            sections.add(at + 1, second.withId(newId(section.id() + "-", sections)));
        }
    }

    private static String[] halves(String text, int cursor) {
        boolean isInside = Character.isSurrogatePair(text.charAt(cursor - 1), text.charAt(cursor));
        int at = isInside ? cursor - 1 : cursor;
        return new String[] {text.substring(0, at), text.substring(at)};
    }

    private static void join(List<SectionForm> sections, int at) {
        if (at + 1 < sections.size()) {
            SectionForm first = sections.get(at);
            SectionForm second = sections.remove(at + 1);
            String text = Stream.of(first.text(), second.heading(), second.text())
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining("\n\n"));
            sections.set(
                    at,
                    first.with(first.heading(), text)
                            .withPages(span(first.pages(), second.pages()))
                            .withOcrConfidence(
                                    first.ocrConfidence().isBlank() ? second.ocrConfidence() : first.ocrConfidence())
                            .withNames(union(first.actors(), second.actors()), union(first.themes(), second.themes())));
            sections.replaceAll(
                    section -> section.parent().equals(second.id()) ? section.withParent(first.id()) : section);
        }
    }

    private static String span(String first, String second) {
        Function<String, List<Pages>> read = text -> Pages.of(text).stream().toList();
        List<Pages> pages =
                Stream.of(first, second).map(read).flatMap(List::stream).toList();
        if (pages.size() < 2) {
            return first.isBlank() ? second : first;
        }
        int from = Math.min(pages.get(0).first(), pages.get(1).first());
        int to = Math.max(pages.get(0).last(), pages.get(1).last());
        return new Pages(from, to).toString();
    }

    /** Returns the names of both. What was chosen for one counts for both, so that joining undoes a split. */
    private static String union(String first, String second) {
        if (first.isBlank() || second.isBlank()) {
            return first.isBlank() ? second : first;
        }
        String names = Stream.of(first, second)
                .flatMap(list -> Stream.of(list.split(SectionForm.SEPARATOR)))
                .filter(name -> !name.equals(SectionForm.NONE))
                .distinct()
                .collect(Collectors.joining(SectionForm.SEPARATOR));
        return names.isEmpty() ? SectionForm.NONE : names;
    }

    private static void swap(List<SectionForm> sections, int first) {
        if (first >= 0 && first + 1 < sections.size()) {
            sections.add(first, sections.remove(first + 1));
        }
    }

    private static void delete(List<SectionForm> sections, int at) {
        if (sections.size() > 1) {
            sections.remove(at);
        }
    }

    private static String newId(String prefix, List<SectionForm> sections) {
        Set<String> ids = sections.stream().map(SectionForm::id).collect(Collectors.toSet());
        String start = prefix.substring(0, Math.min(prefix.length(), MAX_PREFIX_LENGTH));
        int number = 1;
        while (ids.contains(start + number)) {
            number++;
        }
        return start + number;
    }
}
