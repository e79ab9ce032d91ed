package jirei.intake.separation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jirei.intake.facts.Field;
import jirei.intake.facts.FieldLabel;
import jirei.intake.source.Block;
import jirei.intake.source.JapaneseText;

/** Makes sections of the long fields of a form, such as 取組の内容 and 成果. Stateless. */
public final class FormSections {
    private static final int SECTION_LEVEL = 6;
    /** Length of a value that is a section of its own without being a sentence. */
    private static final int MIN_SECTION_LENGTH = 10;

    private static final int MAX_UNKNOWN_LABEL_LENGTH = 10;

    private FormSections() {}

    /**
     * Returns the blocks of a form, each field with a long value as a section of its own, and behind the first of these
     * every field.
     */
    public static List<Block> of(List<Block> form) {
        Map<Integer, List<Field>> byBlock = Field.of(form).stream().collect(Collectors.groupingBy(Field::block));
        List<Block> result = new ArrayList<>();
        boolean hasSection = false;
        for (int at = 0; at < form.size(); at++) {
            List<Field> fields = byBlock.getOrDefault(at, List.of());
            Block block = form.get(at);
            Field field = fields.size() == 1 && isPart(fields.getFirst(), block) ? fields.getFirst() : null;
            boolean isLabelAlone = field != null && field.label().equals(Field.label(block.text()));
            boolean isPair = field != null && block.text().endsWith(field.value());
            if (field != null && (isLabelAlone || (isPair && (hasSection || isLong(field.value()))))) {
                hasSection = true;
                result.add(Block.heading(SECTION_LEVEL, field.label(), block.place()));
                if (!isLabelAlone) {
                    result.add(Block.of(Block.Kind.PARAGRAPH, field.value(), block.place()));
                }
            } else {
                result.add(block);
            }
        }
        return result;
    }

    /** Returns whether a field is a part of the text; an unknown label in a line may be the start of a sentence. */
    private static boolean isPart(Field field, Block block) {
        boolean isRow = block.kind() == Block.Kind.ROW;
        return field.kind() == FieldLabel.CONTENT
                || (field.kind() == FieldLabel.OTHER && (isRow || field.label().length() <= MAX_UNKNOWN_LABEL_LENGTH));
    }

    private static boolean isLong(String value) {
        return JapaneseText.endsSentence(value) || value.length() >= MIN_SECTION_LENGTH;
    }
}
