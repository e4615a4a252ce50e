package dev.dockhand.station.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    /** Less than a look waits for a reader. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final int LOOKS = 20;
    private static final int WRITES_BEFORE_FULL = 150;

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void openOnADiskThatMayFail() throws SQLException {
        FailingFiles.register();
        String name = FailingFiles.SCHEME + ":" + folder.resolve("view") + ";CACHE_SIZE=0";
        database = Database.open(folder.resolve("view.mv.db"), name, PATIENCE);
        database.writer().command("CREATE TABLE t (id INT PRIMARY KEY, text VARCHAR)");
        database.commit();
    }

    @AfterEach
    void giveRoom() {
        FailingFiles.FULL.set(false);
        database.abandon();
    }

    @RepeatedTest(5)
    void aWriteThatFailsLeavesNobodyWaiting() throws Exception {
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            readers.add(Thread.ofPlatform().daemon().start(this::lookUntilItFailsOften));
        }
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10 * WRITES_BEFORE_FULL; i++) {
                        FailingFiles.FULL.set(i > WRITES_BEFORE_FULL);
                        database.writer().update("INSERT INTO t VALUES (?, ?)", i, "x".repeat(5_000));
                        database.commit();
                    }
                })
                .isInstanceOf(SQLException.class);
        for (Thread reader : readers) {
            assertThat(reader.join(PATIENCE))
                    .as("waits at: %s", List.of(reader.getStackTrace()))
                    .isTrue();
        }
    }

    /** What was read again in a look that began before a change is no answer for a look that begins after it. */
    @Test
    void aLookNeverSeesWhatAnOlderOneSaw() throws Exception {
        database.writer().command("CREATE TABLE other (id INT PRIMARY KEY)");
        database.commit();
        for (int look = 1; look <= 3; look++) {
            int id = look;
            long inTheOldLook = database.read(sql -> {
                sql.number("SELECT COUNT(*) FROM other");
                database.writer().update("INSERT INTO t VALUES (?, '')", id);
                database.writer().commit();
                return sql.number("SELECT COUNT(*) FROM t WHERE id > ?", 0);
            });
            assertThat(inTheOldLook).as("one look sees one state").isEqualTo(id - 1);
        }
        for (int look = 1; look <= 3; look++) {
            assertThat(database.<Long>read(sql -> sql.number("SELECT COUNT(*) FROM t WHERE id > ?", 0)))
                    .isEqualTo(3);
        }
    }

    private void lookUntilItFailsOften() {
        int failures = 0;
        while (failures < LOOKS) {
            try {
                database.read(sql -> sql.list("SELECT * FROM t WHERE id > ?", row -> row.getString(2), 50));
            } catch (SQLException e) {
                failures++;
            }
        }
    }
}
