package jirei.query;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * In which forms a word is looked for beside its own. Quoted phrases have one form only, whatever stands here.
 *
 * @param variants whether other spellings and readings of it are looked for
 * @param synonyms whether synonyms of it are looked for
 * @param disabled the forms that were switched off one by one, of a kind that is switched on
 * @param verbatim whether the query is answered as it is spelt, even where nothing is found by it
 */
public record ExpansionOptions(boolean variants, boolean synonyms, Set<Expansion> disabled, boolean verbatim) {
    /** Every form. */
    public static final ExpansionOptions EVERY_FORM = new ExpansionOptions(true, true, Set.of());

    /** So many forms can be switched off one by one. */
    public static final int MAX_DISABLED = 50;

    /**
     * @throws IllegalArgumentException if more than {@value #MAX_DISABLED} forms are off
     */
    public ExpansionOptions {
        if (disabled.size() > MAX_DISABLED) {
            throw new IllegalArgumentException("at most " + MAX_DISABLED + " forms can be off, got " + disabled.size());
        }
        disabled = Collections.unmodifiableSet(new LinkedHashSet<>(disabled));
    }

    /**
     * A form of a word.
     *
     * @param kind how it stands to what was typed
     * @param text the form; for {@link ExpansionKind#VARIANT} the word itself, which stands for all its spellings, or
     *     another way to write it
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
    public ExpansionOptions variants(boolean other) {
        return new ExpansionOptions(other, synonyms, disabled, verbatim);
    }

    /** This with synonyms looked for or not. */
    public ExpansionOptions synonyms(boolean other) {
        return new ExpansionOptions(variants, other, disabled, verbatim);
    }

    /** This with the query answered as it is spelt, or corrected where nothing is found by it. */
    public ExpansionOptions verbatim(boolean other) {
        return new ExpansionOptions(variants, synonyms, disabled, other);
    }

    /** Whether {@code form} is looked for. */
    public boolean allows(Expansion form) {
        boolean kind =
                switch (form.kind()) {
                    case ORIGINAL -> true;
                    case VARIANT, READING -> variants;
                    case SYNONYM -> synonyms;
                };
        return kind && !disabled.contains(form);
    }

    /** This with {@code form} switched on where it is off, and off where it is on. */
    public ExpansionOptions toggled(Expansion form) {
        Set<Expansion> changed = new LinkedHashSet<>(disabled);
        if (!changed.remove(form)) {
            changed.add(form);
        }
        return new ExpansionOptions(variants, synonyms, changed, verbatim);
    }
}
