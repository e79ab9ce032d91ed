package jirei.intake.pdf;

import java.util.ArrayList;
import java.util.List;
import jirei.intake.source.Block;
import jirei.intake.source.JapaneseText;

/** Keeps the words of a chart together as one paragraph, apart from sentences. Stateless. */
final class ChartLabels {
    /** Minimum number of words beside one another that are the labels of a chart. */
    private static final int MIN_LABELS = 5;

    private static final int MAX_LABEL_LENGTH = 16;

    private ChartLabels() {}

    /** Returns the paragraph of {@code words}. */
    static Block figure(List<String> words, int page) {
        return Block.of(Block.Kind.PARAGRAPH, "図中の文字：" + String.join("\u3000", words), page);
    }

    /** Returns whether lines that do not continue one another are the labels of a chart. */
    static boolean areLabels(List<String> parts) {
        return parts.size() >= MIN_LABELS && parts.getFirst().length() <= MAX_LABEL_LENGTH;
    }

    /** Returns the blocks with the words of a chart, short paragraphs of which most are numbers, in one block each. */
    static List<Block> joined(List<Block> blocks) {
        List<Block> joined = new ArrayList<>();
        int at = 0;
        while (at < blocks.size()) {
            int end = at;
            while (end < blocks.size()
                    && isLabel(blocks.get(end))
                    && blocks.get(end).place() == blocks.get(at).place()) {
                end++;
            }
            List<Block> labels = blocks.subList(at, end);
            List<String> words = labels.stream().map(Block::text).toList();
            if (areNumbered(words)) {
                joined.add(figure(words, labels.getFirst().place()));
            } else {
                joined.addAll(labels);
                if (end < blocks.size() && end == at) {
                    joined.add(blocks.get(end));
                    end++;
                }
            }
            at = end;
        }
        return joined;
    }

    /** Returns the parts of a cell without the words of a chart, which are added to {@code labels}. */
    static List<String> removed(List<String> parts, List<String> labels) {
        List<String> text = new ArrayList<>();
        int at = 0;
        while (at < parts.size()) {
            int end = at;
            while (end < parts.size() && isLabel(parts.get(end))) {
                end++;
            }
            List<String> words = parts.subList(at, end);
            (areNumbered(words) ? labels : text).addAll(words);
            if (end == at) {
                text.add(parts.get(at));
                end++;
            }
            at = end;
        }
        return text;
    }

    private static boolean areNumbered(List<String> words) {
        long numbers = words.stream()
                .filter(word -> word.chars().anyMatch(Character::isDigit))
                .count();
        return words.size() >= MIN_LABELS && 2 * numbers >= words.size();
    }

    private static boolean isLabel(Block block) {
        return block.kind() == Block.Kind.PARAGRAPH && isLabel(block.text());
    }

    private static boolean isLabel(String text) {
        return text.length() <= MAX_LABEL_LENGTH && !JapaneseText.endsSentence(text);
    }
}
