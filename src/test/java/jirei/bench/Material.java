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
 * Words and sentences of a corpus, from which synthetic text is generated: sentences of the corpus with their words
 * replaced by words drawn from a Zipf distribution. Thread-safe.
 */
final class Material {
    private static final Pattern WORD = Pattern.compile("[\\p{IsHan}々ヶ]{2,}|[ァ-ヴー]{3,}");
    /** Number of the most frequent words from which compounds are made. */
    private static final int MAX_COMPOUND_PARTS = 2_000;

    private static final int COMPOUNDS = 120_000;
    /**
     * Offset of the Zipf-Mandelbrot law: the frequency of the word of rank r, from 0, is proportional to 1 / (r +
     * offset).
     */
    private static final double ZIPF_OFFSET = 3;

    private final List<Section> sections;
    private final List<String> words;
    private final double[] cumulative;

    private Material(List<Section> sections, List<String> words) {
        this.sections = sections;
        this.words = words;
        this.cumulative = new double[words.size()];
        double sum = 0;
        for (int rank = 0; rank < cumulative.length; rank++) {
            sum += 1 / (rank + ZIPF_OFFSET);
            cumulative[rank] = sum;
        }
    }

    /**
     * Extracts the material of {@code cases}.
     *
     * @param additionalTexts texts whose words rank after those of the cases, e.g. a lexicon
     */
    static Material of(List<CaseStudy> cases, List<String> additionalTexts) {
        List<Section> sections = cases.stream()
                .flatMap(caseStudy -> caseStudy.sections().stream())
                .filter(section -> !section.text().isEmpty())
                .toList();
        return new Material(sections, vocabulary(sections, additionalTexts));
    }

    private static List<String> vocabulary(List<Section> sections, List<String> additionalTexts) {
        Map<String, Integer> counts = new HashMap<>();
        for (Section section : sections) {
            wordsOf(section.heading() + "\n" + section.text()).forEach(word -> counts.merge(word, 1, Integer::sum));
        }
        List<String> byFrequency = counts.keySet().stream()
                .sorted(Comparator.comparing((String word) -> -counts.getOrDefault(word, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        Set<String> words = new LinkedHashSet<>(byFrequency);
        additionalTexts.forEach(text -> words.addAll(wordsOf(text)));
        List<String> parts = byFrequency.subList(0, Math.min(MAX_COMPOUND_PARTS, byFrequency.size()));
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
                .map(match -> match.group())
                .filter(word -> word.length() <= 12)
                .toList();
    }

    /** Returns a random section as a template. */
    Section template(SplittableRandom random) {
        return sections.get(random.nextInt(sections.size()));
    }

    /** Returns a random municipality. */
    static Municipality municipality(SplittableRandom random) {
        List<Municipality> all = Municipality.all();
        return all.get(random.nextInt(all.size()));
    }

    /** Returns a random word according to the distribution. */
    String word(SplittableRandom random) {
        double target = random.nextDouble() * cumulative[cumulative.length - 1];
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] < target) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return words.get(low);
    }

    /** Returns {@code sentence} with its words replaced. */
    String reword(String sentence, SplittableRandom random) {
        return WORD.matcher(sentence).replaceAll(match -> Matcher.quoteReplacement(word(random)));
    }

    /**
     * Generates as many paragraphs and sentences as {@code template} has, each from a random sentence of the corpus.
     */
    String text(Section template, SplittableRandom random) {
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : template.paragraphs()) {
            var text = new StringBuilder();
            for (int i = sentences(paragraph).length; i > 0; i--) {
                String[] candidates = sentences(template(random).text());
                text.append(reword(candidates[random.nextInt(candidates.length)], random));
            }
            paragraphs.add(text.toString());
        }
        return String.join("\n", paragraphs);
    }

    private static String[] sentences(String text) {
        return text.replace("\n", "").split("(?<=。)", 0);
    }

    /** Returns the size of the vocabulary. */
    int size() {
        return words.size();
    }
}
