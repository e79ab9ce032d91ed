package jirei.query;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * In which forms a word is looked for beside its own. Quoted phrases have one form only, whatever stands here.
 *
 * @param spellings whether other spellings and readings of it are looked for
 * @param synonyms whether synonyms of it are looked for
 * @param off the forms that were switched off one by one, of a kind that is switched on
 * @param asTyped whether the query is answered as it is spelt, even where nothing is found by it
 */
public record Matching(boolean spellings, boolean synonyms, Set<Form> off, boolean asTyped) {
    /** Every form. */
    public static final Matching EVERY_FORM = new Matching(true, true, Set.of());

    /** So many forms can be switched off one by one. */
    public static final int MOST_OFF = 50;

    /**
     * @throws IllegalArgumentException if more than {@value #MOST_OFF} forms are off
     */
    public Matching {
        if (off.size() > MOST_OFF) {
            throw new IllegalArgumentException("at most " + MOST_OFF + " forms can be off, got " + off.size());
        }
        off = Collections.unmodifiableSet(new LinkedHashSet<>(off));
    }

    /**
     * A form of a word.
     *
     * @param kind how it stands to what was typed
     * @param text the form; for {@link FormKind#SPELLING} the word itself, which stands for all its spellings, or another
     *     way to write it
     */
    public record Form(FormKind kind, String text) {
        /** The form in URLs, as in {@code synonym:ターミナルケア}. */
        public String id() {
            return kind.id() + ":" + text;
        }
    }

    /** Forms for a query that may be corrected where nothing is found by it. */
    public Matching(boolean spellings, boolean synonyms, Set<Form> off) {
        this(spellings, synonyms, off, false);
    }

    /** This with other spellings and readings looked for or not. */
    public Matching spellings(boolean other) {
        return new Matching(other, synonyms, off, asTyped);
    }

    /** This with synonyms looked for or not. */
    public Matching synonyms(boolean other) {
        return new Matching(spellings, other, off, asTyped);
    }

    /** This with the query answered as it is spelt, or corrected where nothing is found by it. */
    public Matching asTyped(boolean other) {
        return new Matching(spellings, synonyms, off, other);
    }

    /** Whether {@code form} is looked for. */
    public boolean allows(Form form) {
        boolean kind =
                switch (form.kind()) {
                    case TYPED -> true;
                    case SPELLING, READING -> spellings;
                    case SYNONYM -> synonyms;
                };
        return kind && !off.contains(form);
    }

    /** This with {@code form} switched on where it is off, and off where it is on. */
    public Matching toggled(Form form) {
        Set<Form> changed = new LinkedHashSet<>(off);
        if (!changed.remove(form)) {
            changed.add(form);
        }
        return new Matching(spellings, synonyms, changed, asTyped);
    }
}
