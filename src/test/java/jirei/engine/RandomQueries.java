package jirei.engine;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import jirei.cases.CaseStudy;
import jirei.cases.Section;

/** Generates queries from words of some cases and the lexicon, each in a typical spelling of users. */
public final class RandomQueries {
    private static final Transliterator TO_HALF_WIDTH = Transliterator.getInstance("Fullwidth-Halfwidth");
    private static final Transliterator TO_FULL_WIDTH = Transliterator.getInstance("Halfwidth-Fullwidth");
    private static final Transliterator TO_HIRAGANA = Transliterator.getInstance("Katakana-Hiragana");
    private static final Transliterator TO_LATIN = Transliterator.getInstance("Katakana-Latin");
    private static final List<String> HOSTILE = List.of(
            "𠮷", "\u3099", "㈱", "㍿", "㌔", "\uDB40\uDD00", "\uD842", "ﾞ", "々", "ー", "①", "😀", "\u200B", "が\u309A");

    private final Random random;
    private final List<String> texts;
    private final List<String> lexiconWords;
    private final List<String> readings;
    private final Map<Character, Character> oldForms;

    /**
     * @param lexiconWords the words of the synonyms
     * @param readings readings in katakana
     */
    public RandomQueries(long seed, List<CaseStudy> cases, List<String> lexiconWords, List<String> readings)
            throws IOException {
        this.random = new Random(seed);
        this.texts = cases.stream()
                .flatMap(caseStudy -> caseStudy.sections().stream())
                .map(Section::text)
                .filter(text -> text.length() > 1)
                .toList();
        this.lexiconWords = List.copyOf(lexiconWords);
        this.readings = List.copyOf(readings);
        this.oldForms = oldForms();
    }

    private static Map<Character, Character> oldForms() throws IOException {
        Map<Character, Character> oldForms = new HashMap<>();
        for (String line : Files.readAllLines(Path.of("src/main/resources/jirei/analysis/old-forms.tsv"))) {
            if (line.length() >= 3 && line.charAt(1) == '\t') {
                oldForms.put(line.charAt(2), line.charAt(0));
            }
        }
        return oldForms;
    }

    /** Returns the next query: one to three words. */
    public String next() {
        List<String> words = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        while (words.size() < count) {
            words.add(word());
        }
        return String.join(" ", words);
    }

    private String word() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> substring(1 + random.nextInt(8));
            case 2 -> substring(10 + random.nextInt(20));
            case 3 -> randomElement(lexiconWords);
            case 4 -> TO_HIRAGANA.transliterate(randomElement(readings));
            case 5 -> TO_LATIN.transliterate(randomElement(readings));
            case 6 ->
                typed(old -> old.chars()
                        .mapToObj(c -> String.valueOf(oldForms.getOrDefault((char) c, (char) c)))
                        .reduce("", String::concat));
            case 7 -> typed(random.nextBoolean() ? TO_HALF_WIDTH::transliterate : TO_FULL_WIDTH::transliterate);
            case 8 -> typed(kana -> kana.replaceAll("(?<=\\p{IsHan})\\p{IsHiragana}(?=\\p{IsHan}|$)", ""));
            default -> typed(this::hostile);
        };
    }

    private String typed(UnaryOperator<String> spelling) {
        return spelling.apply(random.nextInt(3) == 0 ? randomElement(lexiconWords) : substring(2 + random.nextInt(6)));
    }

    private String hostile(String word) {
        int at = random.nextInt(word.length() + 1);
        return word.substring(0, at) + randomElement(HOSTILE) + word.substring(at);
    }

    /** A random substring of letters and digits from the cases, at most {@code length} long. */
    private String substring(int length) {
        while (true) {
            String text = randomElement(texts);
            int start = random.nextInt(text.length());
            int end = start;
            while (end < text.length() && end - start < length && Character.isLetterOrDigit(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            if (end > start && !Character.isLowSurrogate(text.charAt(start))) {
                return text.substring(start, end);
            }
        }
    }

    private String randomElement(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
