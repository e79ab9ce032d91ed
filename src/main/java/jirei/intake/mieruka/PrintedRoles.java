package jirei.intake.mieruka;

import java.util.ArrayList;
import java.util.List;
import jirei.cases.SectionKind;
import jirei.corpus.lexicon.ActorLexicon;
import jirei.intake.source.JapaneseText;

/**
 * Pairs the names of organizations in the box of roles with the texts beside them. A name is printed before its text,
 * behind it, or all names before all texts. Not thread-safe.
 */
final class PrintedRoles {
    private static final int MAX_NAME_LENGTH = 12;
    private static final String SPACE = "\u3000";

    /** A name or a text of the box. */
    private record Part(PrintedPiece piece, String text, boolean isName) {}

    private final ActorLexicon actors;
    private final List<Part> parts = new ArrayList<>();

    PrintedRoles(ActorLexicon actors) {
        this.actors = actors;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Returns whether {@code text} is exactly the name of an organization. */
    boolean isName(String text) {
        return text.length() <= MAX_NAME_LENGTH && !actors.allNamed(text).isEmpty();
    }

    /** Returns whether {@code text} is the name of an organization, alone or with its text behind a space. */
    boolean startsWithName(String text) {
        int space = text.indexOf(SPACE);
        return isName(space < 0 ? text : text.substring(0, space));
    }

    /** Adds a piece of the box, which may have names beside its text. */
    void add(PrintedPiece piece) {
        String rest = piece.text();
        while (rest.contains(SPACE) && isName(rest.substring(0, rest.indexOf(SPACE)))) {
            String name = rest.substring(0, rest.indexOf(SPACE));
            parts.add(new Part(piece, name, true));
            rest = JapaneseText.strip(rest.substring(name.length()));
        }
        if (!parts.isEmpty()
                && parts.getLast().isName()
                && isName(parts.getLast().text() + rest)) {
            Part first = parts.removeLast(); // a name on two lines
            parts.add(new Part(first.piece(), first.text() + rest, true));
            return;
        }
        boolean isShort = rest.length() <= MAX_NAME_LENGTH && !JapaneseText.endsSentence(rest);
        boolean isName = isName(rest) || (isShort && !isUnfinished());
        parts.add(new Part(piece, rest, isName));
    }

    private boolean isUnfinished() {
        return !parts.isEmpty()
                && !parts.getLast().isName()
                && !JapaneseText.endsSentence(parts.getLast().text());
    }

    /** Returns the roles in printed order. */
    List<MierukaSection> sections() {
        List<Part> names = parts.stream().filter(Part::isName).toList();
        List<Part> texts = parts.stream().filter(part -> !part.isName()).toList();
        boolean isNameLast = !parts.isEmpty() && !parts.getFirst().isName();
        boolean areApart =
                names.size() > 1 && parts.subList(0, names.size()).stream().allMatch(Part::isName);
        List<PrintedDraft> roles = names.stream()
                .map(name -> new PrintedDraft(SectionKind.ROLE, name.text(), 0, name.piece()))
                .toList();
        if (areApart) {
            for (int at = 0; at < texts.size(); at++) {
                Part text = texts.get(at);
                roles.get(Math.min(at, roles.size() - 1)).add(text.piece(), text.text());
            }
        } else {
            addInOrder(roles, isNameLast);
        }
        return roles.stream().map(PrintedDraft::section).toList();
    }

    private void addInOrder(List<PrintedDraft> roles, boolean isNameLast) {
        int next = 0;
        for (Part part : parts) {
            if (part.isName()) {
                next++;
            } else if (!roles.isEmpty()) {
                int at = isNameLast ? next : next - 1;
                roles.get(Math.clamp(at, 0, roles.size() - 1)).add(part.piece(), part.text());
            }
        }
    }
}
