package jirei.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.cases.CaseStudy;
import jirei.cases.Municipality;
import jirei.cases.Section;

/**
 * The words and the sentences of a corpus, from which other sentences are made: those of the corpus with other words in the places
 * of its own, frequent ones as often as in real text.
 */
final class Material {
    private static final Pattern WORD = Pattern.compile("[\\p{IsHan}々ヶ]{2,}|[ァ-ヴー]{3,}");
    /** Of the words that were found, this many make compounds. */
    private static final int PARTS = 2_000;

    private static final int COMPOUNDS = 120_000;
    /** Of Zipf's law: the frequency of the word of rank r is as 1 / (r + OFFSET). */
    private static final double OFFSET = 3;

    private final List<Section> sections;
    private final List<String> words;
    private final double[] cumulative;

    private Material(List<Section> sections, List<String> words) {
        this.sections = sections;
        this.words = words;
        this.cumulative = new double[words.size()];
        double sum = 0;
        for (int rank = 0; rank < cumulative.length; rank++) {
            sum += 1 / (rank + OFFSET);
            cumulative[rank] = sum;
        }
    }

    /**
     * The material of {@code cases}.
     *
     * @param others words that come after those of the cases, as those of a lexicon
     */
    static Material of(List<CaseStudy> cases, List<String> others) {
        List<Section> sections = cases.stream()
                .flatMap(one -> one.sections().stream())
                .filter(section -> !section.text().isEmpty())
                .toList();
        return new Material(sections, vocabulary(sections, others));
    }

    private static List<String> vocabulary(List<Section> sections, List<String> others) {
        Map<String, Integer> counts = new HashMap<>();
        for (Section section : sections) {
            wordsOf(section.heading() + "\n" + section.text()).forEach(word -> counts.merge(word, 1, Integer::sum));
        }
        List<String> found = counts.keySet().stream()
                .sorted(Comparator.comparing((String word) -> -counts.getOrDefault(word, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        Set<String> words = new LinkedHashSet<>(found);
        others.forEach(text -> words.addAll(wordsOf(text)));
        List<String> parts = found.subList(0, Math.min(PARTS, found.size()));
        var random = new SplittableRandom(1);
        for (int i = 0; i < COMPOUNDS; i++) {
            words.add(parts.get(random.nextInt(parts.size())) + parts.get(random.nextInt(parts.size())));
            if (i % 64 == 0) {
                words.add(municipality(random).name());
            }
        }
        return List.copyOf(words);
    }

    private static List<String> wordsOf(String text) {
        return WORD.matcher(text)
                .results()
                .map(found -> found.group())
                .filter(word -> word.length() <= 12)
                .toList();
    }

    /** A section to go by. */
    Section model(SplittableRandom random) {
        return sections.get(random.nextInt(sections.size()));
    }

    /** Any municipality. */
    static Municipality municipality(SplittableRandom random) {
        List<Municipality> all = Municipality.all();
        return all.get(random.nextInt(all.size()));
    }

    /** A word, the frequent ones more often. */
    String word(SplittableRandom random) {
        double at = random.nextDouble() * cumulative[cumulative.length - 1];
        int from = 0;
        int to = cumulative.length - 1;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (cumulative[middle] < at) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return words.get(from);
    }

    /** {@code sentence} with other words. */
    String retold(String sentence, SplittableRandom random) {
        return WORD.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement(word(random)));
    }

    /** As many paragraphs and sentences as {@code model} has, each by a sentence of any section. */
    String text(Section model, SplittableRandom random) {
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : model.paragraphs()) {
            var text = new StringBuilder();
            for (int i = sentences(paragraph).length; i > 0; i--) {
                String[] others = sentences(model(random).text());
                text.append(retold(others[random.nextInt(others.length)], random));
            }
            paragraphs.add(text.toString());
        }
        return String.join("\n", paragraphs);
    }

    private static String[] sentences(String text) {
        return text.replace("\n", "").split("(?<=。)", 0);
    }

    /** How many words there are. */
    int size() {
        return words.size();
    }
}
