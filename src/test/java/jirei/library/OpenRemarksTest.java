package jirei.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jirei.library.cases.StoredCase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A remark stays until what it is about was put right. */
@Tag("slow")
class OpenRemarksTest extends LibraryFixture {
    private static final String LAMP_HOUSE =
            """
            灯台の町の取組

            1 取組のきっかけ

            灯台の町では、船が着かない日の荷物を三つの店が順に預かっている。

            2 取組の内容

            当番の表は港の板に書く。
            """;

    private static List<String> fields(Library library, String id) throws Exception {
        return document(library, id).remarks().stream()
                .map(LibraryDocument.Remark::field)
                .filter(field -> !field.isEmpty())
                .toList();
    }

    @Test
    void aMissingPrefectureIsRemarkedUntilItIsFilledInAndAgainWithoutIt() throws Exception {
        Library library = library();
        String id = add(library, "lamp.txt", LAMP_HOUSE);
        LibraryDocument document = read(library, id);
        assertThat(fields(library, id)).containsExactly("prefecture");

        StoredCase before = only(library, document);
        StoredCase after = correct(library, before, "---\nid:", "---\nprefecture: 島根県\nid:");

        assertThat(fields(library, id)).isEmpty();

        library.cases().saveText(after.id(), before.text(), after.version(), "友");
        assertThat(fields(library, id)).containsExactly("prefecture");
    }

    @Test
    void aRemarkOnACaseThatWasDiscardedIsSettled() throws Exception {
        Library library = library();
        String id = add(library, "lamp.txt", LAMP_HOUSE);
        StoredCase only = only(library, read(library, id));

        library.cases().deleteUnpublished(only.id(), "友");

        assertThat(fields(library, id)).isEmpty();
    }
}
