package jirei.web.words;

import jirei.library.judging.JudgedRanking;
import jirei.library.judging.JudgmentStore;
import jirei.library.words.LexiconStore;
import jirei.search.LexiconTrials;

/**
 * What the pages of words and judgments use. Immutable.
 *
 * @param lexicon the lexicon of the corpus
 * @param trials searches as if the lexicon were another
 * @param judgments the judgments of sections
 * @param ranking the ranking of the judged queries
 */
public record WordParts(LexiconStore lexicon, LexiconTrials trials, JudgmentStore judgments, JudgedRanking ranking) {}
