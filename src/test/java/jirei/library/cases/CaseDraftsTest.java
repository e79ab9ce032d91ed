package jirei.library.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everyone has a draft of their own for a case. */
class CaseDraftsTest {
    @TempDir
    Path corpus;

    @Test
    void theDraftsOfTwoEditorsAreApart() throws Exception {
        var drafts = new CaseDrafts(corpus);
        drafts.save("lamp-1", "友", "一", "");
        drafts.save("lamp-1", "../友", "二", "");
        drafts.save("lamp-1", "友", "三", CaseDrafts.version("一"));

        assertThat(drafts.find("lamp-1", "友")).hasValue("三");
        assertThat(drafts.find("lamp-1", "../友")).hasValue("二");
        assertThat(drafts.find("lamp-1", "")).isEmpty();
        assertThat(drafts.find("oil-1", "友")).isEmpty();
        assertThat(drafts.cases()).containsExactly("lamp-1");

        drafts.delete("lamp-1", "友");
        drafts.delete("oil-1", "友");

        assertThat(drafts.find("lamp-1", "友")).isEmpty();
        assertThat(drafts.cases()).containsExactly("lamp-1");

        drafts.delete("lamp-1", "../友");

        assertThat(drafts.cases()).isEmpty();
    }

    @Test
    void anIdThatIsNoneHasNoDraft() {
        var drafts = new CaseDrafts(corpus);

        assertThatThrownBy(() -> drafts.save("../x", "友", "一", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDraftOfAnotherWindowIsNotReplaced() throws Exception {
        var drafts = new CaseDrafts(corpus);
        drafts.save("lamp-1", "友", "一", "");

        assertThat(drafts.save("lamp-1", "友", "二", "")).isEqualTo("一");
        assertThat(drafts.find("lamp-1", "友")).hasValue("一");
        assertThat(drafts.save("lamp-1", "友", "一", "")).isEqualTo("一");
        assertThat(drafts.save("lamp-1", "友", "二", CaseDrafts.version("一"))).isEqualTo("二");
    }
}
