package jirei.engine.vocabulary;

import jirei.search.Suggestion;

/**
 * A word or heading of the corpus. Immutable.
 *
 * @param text the text in its most frequent spelling
 * @param reading the reading of the whole text in full-width katakana; characters without a reading are kept
 * @param kind the kind of the entry
 * @param sections the number of sections that contain it; a lower bound in a large corpus
 */
public record VocabularyEntry(String text, String reading, Suggestion.Kind kind, int sections) {}
