package jirei.intake.document;

import java.io.IOException;
import jirei.intake.source.Format;
import jirei.intake.source.KnownBinary;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFormatException;
import jirei.intake.source.UnreadableMessages;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Detects the kind of Office documents from before Office Open XML by the streams in their directory. Stateless. */
final class OldOffice {
    private OldOffice() {}

    static Format format(SourceFile file) throws SourceFormatException {
        try (var container = new POIFSFileSystem(file.path().toFile(), true)) {
            DirectoryNode root = container.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw UnreadableMessages.encrypted(file);
            }
            if (root.hasEntryCaseInsensitive("WordDocument")) {
                return Format.OLD_WORD;
            }
            if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
                return Format.OLD_POWERPOINT;
            }
            if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
                return Format.OLD_EXCEL;
            }
            throw root.hasEntryCaseInsensitive("__properties_version1.0")
                    ? UnreadableMessages.outlook(file)
                    : UnreadableMessages.known(file, KnownBinary.OLD_OFFICE);
        } catch (IOException | RuntimeException e) {
            throw UnreadableMessages.corrupt(file, Format.OLD_OFFICE);
        }
    }
}
