package jirei.intake.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import jirei.intake.source.Format;
import jirei.intake.source.SourceFile;
import org.apache.poi.EncryptedDocumentException;
import org.junit.jupiter.api.Test;

/** Why an Office document cannot be read is said in a sentence of its own. */
class OldOfficeDocumentTest {
    private static String message(Throwable problem) {
        var file = new SourceFile(Path.of("島.doc"), "島.doc");
        return String.valueOf(OldOfficeDocument.problem(file, Format.OLD_WORD, new IOException(problem))
                .getMessage());
    }

    @Test
    void aFeatureThatNeedsAMissingLibraryIsNoPasswordAndNoDamage() {
        assertThat(message(new NoClassDefFoundError("lost/Feature")))
                .contains("「島.doc」", "対応していない機能")
                .doesNotContain("パスワード", "壊れて");
        assertThat(message(new EncryptedDocumentException("locked"))).contains("パスワードで保護");
        assertThat(message(new IllegalStateException("torn"))).contains("壊れているか");
    }
}
