package jirei.search;

import jirei.query.ExpansionOptions.Expansion;

/**
 * A form in which a word was looked for. Counts are of sections that the word finds by itself, other words and filters aside.
 *
 * @param expansion the form
 * @param sections how many sections have it, whatever else they have
 * @param additionalSections how many sections it adds to those of the forms before it, so that what all forms add is what the word finds;
 *     where it is off, how many it would add to them
 * @param enabled whether it was looked for
 */
public record ExpansionCount(Expansion expansion, long sections, long additionalSections, boolean enabled) {}
