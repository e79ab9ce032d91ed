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

    private FormSections() {}

    /** Returns the blocks of a form, each field with a long value as a section of its own. */
    public static List<Block> of(List<Block> form) {
        Map<Integer, List<Field>> byBlock = Field.of(form).stream().collect(Collectors.groupingBy(Field::block));
        List<Block> result = new ArrayList<>();
        for (int at = 0; at < form.size(); at++) {
            List<Field> fields = byBlock.getOrDefault(at, List.of());
            Block block = form.get(at);
            Field field = fields.size() == 1 ? fields.getFirst() : null;
            if (field != null && isText(field) && field.label().equals(Field.label(block.text()))) {
                result.add(Block.heading(SECTION_LEVEL, field.label(), block.place()));
            } else if (field != null && isText(field) && isLong(field, block)) {
                result.add(Block.heading(SECTION_LEVEL, field.label(), block.place()));
                result.add(Block.of(Block.Kind.PARAGRAPH, field.value(), block.place()));
            } else {
                result.add(block);
            }
        }
        return result;
    }

    private static boolean isText(Field field) {
        return field.kind() == FieldLabel.CONTENT || field.kind() == FieldLabel.OTHER;
    }

    private static boolean isLong(Field field, Block block) {
        boolean isSentence = JapaneseText.endsSentence(field.value());
        return block.text().endsWith(field.value())
                && (isSentence || field.value().length() >= MIN_SECTION_LENGTH);
    }
}
