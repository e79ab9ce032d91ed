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
public record ExpansionOptions(boolean spellings, boolean synonyms, Set<Expansion> off, boolean asTyped) {
    /** Every form. */
    public static final ExpansionOptions EVERY_FORM = new ExpansionOptions(true, true, Set.of());

    /** So many forms can be switched off one by one. */
    public static final int MOST_OFF = 50;

    /**
     * @throws IllegalArgumentException if more than {@value #MOST_OFF} forms are off
     */
    public ExpansionOptions {
        if (off.size() > MOST_OFF) {
            throw new IllegalArgumentException("at most " + MOST_OFF + " forms can be off, got " + off.size());
        }
        off = Collections.unmodifiableSet(new LinkedHashSet<>(off));
    }

    /**
     * A form of a word.
     *
     * @param kind how it stands to what was typed
     * @param text the form; for {@link ExpansionKind#SPELLING} the word itself, which stands for all its spellings, or another
     *     way to write it
     */
    public record Expansion(ExpansionKind kind, String text) {
        /** The form in URLs, as in {@code synonym:ターミナルケア}. */
        public String id() {
            return kind.id() + ":" + text;
        }
    }

    /** Forms for a query that may be corrected where nothing is found by it. */
    public ExpansionOptions(boolean spellings, boolean synonyms, Set<Expansion> off) {
        this(spellings, synonyms, off, false);
    }

    /** This with other spellings and readings looked for or not. */
    public ExpansionOptions spellings(boolean other) {
        return new ExpansionOptions(other, synonyms, off, asTyped);
    }

    /** This with synonyms looked for or not. */
    public ExpansionOptions synonyms(boolean other) {
        return new ExpansionOptions(spellings, other, off, asTyped);
    }

    /** This with the query answered as it is spelt, or corrected where nothing is found by it. */
    public ExpansionOptions asTyped(boolean other) {
        return new ExpansionOptions(spellings, synonyms, off, other);
    }

    /** Whether {@code form} is looked for. */
    public boolean allows(Expansion form) {
        boolean kind =
                switch (form.kind()) {
                    case TYPED -> true;
                    case SPELLING, READING -> spellings;
                    case SYNONYM -> synonyms;
                };
        return kind && !off.contains(form);
    }

    /** This with {@code form} switched on where it is off, and off where it is on. */
    public ExpansionOptions toggled(Expansion form) {
        Set<Expansion> changed = new LinkedHashSet<>(off);
        if (!changed.remove(form)) {
            changed.add(form);
        }
        return new ExpansionOptions(spellings, synonyms, changed, asTyped);
    }
}
