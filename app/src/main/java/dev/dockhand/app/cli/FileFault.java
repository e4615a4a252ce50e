package dev.dockhand.app.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read or written, in words and on one line. */
final class FileFault {

    private FileFault() {}

    static String words(IOException e) {
        return switch (e) {
            case NoSuchFileException gone -> "there is no such file or folder";
            case AccessDeniedException denied -> "this user may not";
            case CharacterCodingException coding -> "it is no text";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default ->
                String.valueOf(e.getMessage())
                        .lines()
                        .findFirst()
                        .orElse(e.getClass().getSimpleName());
        };
    }
}
