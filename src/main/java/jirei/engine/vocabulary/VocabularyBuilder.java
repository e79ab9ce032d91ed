package jirei.engine.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.analysis.JapaneseAnalyzers;
import jirei.analysis.Noun;
import jirei.analysis.Noun.Role;
import jirei.analysis.NounExtractor;
import jirei.cases.Actor;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.engine.vocabulary.FrequencyCounter.Count;
import jirei.search.Suggestion.Kind;

/**
 * Collects the vocabulary of a corpus, case by case: actors, places, headings, nouns, and compounds of adjacent nouns
 * that recur. Not thread-safe, except {@link #words}.
 */
public final class VocabularyBuilder {
    /** The number of words counted at a time; about 60 MB of memory. */
    private static final int MAX_COUNTED = 300_000;

    private static final int MAX_NAMES = 20_000;
    private static final int MAX_TERMS = 70_000;
    private static final int MAX_HEADINGS = 40_000;
    /** The maximum length of a suggested text, in UTF-16 code units. */
    private static final int MAX_TEXT_LENGTH = 60;

    private static final int MIN_TERM_LENGTH = 2;
    private static final int MAX_TERM_LENGTH = 30;
    /** 在宅医療介護連携推進事業 has six nouns. */
    private static final int MAX_COMPOUND_NOUNS = 6;
    /**
     * The number of times that a compound must occur on its own; one that only occurs in longer compounds is not a
     * word.
     */
    private static final int MIN_SECTIONS = 2;

    private static final Comparator<VocabularyEntry> BEST_FIRST = Comparator.comparingInt(VocabularyEntry::sections)
            .reversed()
            .thenComparing(VocabularyEntry::kind)
            .thenComparingInt(entry -> entry.text().length())
            .thenComparing(VocabularyEntry::text);

    private final NounExtractor nouns;
    private final FrequencyCounter actors = new FrequencyCounter(MAX_NAMES);
    private final FrequencyCounter places = new FrequencyCounter(MAX_NAMES);
    private final FrequencyCounter words = new FrequencyCounter(MAX_COUNTED);
    private final FrequencyCounter compounds = new FrequencyCounter(MAX_COUNTED);
    private final FrequencyCounter headings = new FrequencyCounter(2 * MAX_HEADINGS);
    private long section;

    /** @param nouns extracts the nouns of a text */
    public VocabularyBuilder(NounExtractor nouns) {
        this.nouns = nouns;
    }

    /**
     * The counted words of a case. Immutable.
     *
     * @param caseStudy the case
     * @param nouns the nouns of heading and text of each section in turn
     */
    public record Words(CaseStudy caseStudy, List<List<Noun>> nouns) {}

    /**
     * Extracts the words of {@code caseStudy}, whose actors must have their canonical names. Counts nothing;
     * thread-safe.
     */
    public Words words(CaseStudy caseStudy) {
        List<List<Noun>> found = new ArrayList<>();
        for (Section section : caseStudy.sections()) {
            found.add(nouns.extract(section.heading()));
            found.add(nouns.extract(section.text()));
        }
        return new Words(caseStudy, found);
    }

    /** Counts {@code words}; the order of cases decides which words are evicted if there are too many. */
    public void add(Words words) {
        List<String> places = places(words.caseStudy);
        Iterator<List<Noun>> found = words.nouns.iterator();
        for (Section part : words.caseStudy.sections()) {
            section++;
            places.forEach(place -> name(this.places, place));
            part.actors().stream().map(Actor::name).forEach(actor -> name(actors, actor));
            name(headings, part.heading());
            terms(found.next());
            terms(found.next());
        }
    }

    private static List<String> places(CaseStudy caseStudy) {
        var prefecture = caseStudy.prefecture();
        return Stream.of(
                        prefecture == null ? "" : prefecture.fullName(),
                        caseStudy.place(),
                        caseStudy.region().name())
                .distinct()
                .toList();
    }

    private void name(FrequencyCounter names, String name) {
        if (!name.isEmpty() && name.length() <= MAX_TEXT_LENGTH) {
            names.add(section, JapaneseAnalyzers.foldVariants(name), name, "", true);
        }
    }

    private void terms(List<Noun> found) {
        int from = 0;
        for (int to = 1; to <= found.size(); to++) {
            if (to == found.size() || !found.get(to).adjacent()) {
                countCompounds(found.subList(from, to));
                from = to;
            }
        }
    }

    /** Counts each noun of {@code row} and each compound of its adjacent nouns. */
    private void countCompounds(List<Noun> row) {
        for (int from = 0; from < row.size(); from++) {
            if (row.get(from).role() == Role.SUFFIX) {
                continue;
            }
            var term = new Term();
            int last = Math.min(row.size(), from + MAX_COMPOUND_NOUNS);
            for (int to = from; to < last && term.append(row.get(to)); to++) {
                if (row.get(to).role() != Role.PREFIX) {
                    count(term, to == from, to - from + 1 == row.size());
                }
            }
        }
    }

    private void count(Term term, boolean single, boolean alone) {
        if (term.folded.length() >= MIN_TERM_LENGTH) {
            FrequencyCounter counter = single ? words : compounds;
            counter.add(section, term.folded.toString(), term.text.toString(), term.reading.toString(), alone);
        }
    }

    /** A compound under construction. */
    private static final class Term {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder folded = new StringBuilder();
        private final StringBuilder reading = new StringBuilder();

        /** Appends {@code noun}; returns false if the compound became too long. */
        boolean append(Noun noun) {
            text.append(noun.text());
            folded.append(noun.folded());
            reading.append(noun.reading());
            return text.length() <= MAX_TERM_LENGTH;
        }
    }

    /** Returns the vocabulary, best first: by descending frequency, then by kind, then the shortest. */
    public List<VocabularyEntry> entries() {
        Map<String, VocabularyEntry> byKey = new LinkedHashMap<>();
        put(byKey, Kind.ACTOR, actors.top(MAX_NAMES, 1));
        put(byKey, Kind.PLACE, places.top(MAX_NAMES, 1));
        put(byKey, Kind.TERM, words.top(MAX_TERMS, 1));
        put(byKey, Kind.TERM, compounds.top(MAX_TERMS, MIN_SECTIONS));
        put(byKey, Kind.HEADING, headings.top(MAX_HEADINGS, 1));
        List<VocabularyEntry> entries = new ArrayList<>(byKey.values());
        entries.sort(BEST_FIRST);
        return entries;
    }

    /** Merges {@code known} and the words of {@code more} that are not in it, best first. */
    public static List<VocabularyEntry> joined(List<VocabularyEntry> known, List<VocabularyEntry> more) {
        Set<String> keys = known.stream()
                .map(entry -> JapaneseAnalyzers.foldVariants(entry.text()))
                .collect(Collectors.toSet());
        return Stream.concat(
                        known.stream(),
                        more.stream().filter(entry -> !keys.contains(JapaneseAnalyzers.foldVariants(entry.text()))))
                .sorted(BEST_FIRST)
                .toList();
    }

    private void put(Map<String, VocabularyEntry> byKey, Kind kind, List<Count> counts) {
        for (Count count : counts) {
            String reading = count.reading().isEmpty() ? nouns.reading(count.text()) : count.reading();
            var entry = new VocabularyEntry(count.text(), reading, kind, count.sections());
            byKey.merge(count.key(), entry, VocabularyBuilder::joined);
        }
    }

    private static VocabularyEntry joined(VocabularyEntry first, VocabularyEntry second) {
        int sections = Math.max(first.sections(), second.sections());
        return new VocabularyEntry(first.text(), first.reading(), first.kind(), sections);
    }
}
