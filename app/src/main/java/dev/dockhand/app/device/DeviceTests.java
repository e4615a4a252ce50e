package dev.dockhand.app.device;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tests of the devices. One runs at a time; a newer one ends it. No call blocks. */
public interface DeviceTests {

    /**
     * Tells how the tests stand: now, and at every change. On the bench's own threads.
     *
     * @return closes the subscription
     */
    DeviceSetUp.Subscription onRun(Consumer<TestRun> listener);

    /**
     * Tests one device: a scanner by any code, a scale by a weight that rests, a printer by a label that is scanned back.
     *
     * @param device id of the device
     */
    void test(String device);

    /**
     * Tests all devices one after the other, with an empty pan, and keeps the result.
     *
     * @param operator name of who is signed in, empty for nobody
     */
    void testAll(String operator);

    /** Leaves out the device whose turn it is. */
    void skip();

    /** Ends the tests; what did not end by itself is not kept. */
    void stop();

    /**
     * How the tests stand.
     *
     * @param list the devices that are or were tested, in order; empty when nothing was asked for
     * @param whole whether all devices are tested
     * @param running whether it is not over yet
     * @param last the last test of all devices, absent when there was none
     * @param kept false when the file of results could not be read or written
     */
    record TestRun(
            List<DeviceTest> list,
            boolean whole,
            boolean running,
            @Nullable DeviceTestReport last,
            boolean kept) {

        /** Nothing was tested yet. */
        public static final TestRun NONE = new TestRun(List.of(), false, false, null, true);

        /** Copies the list. */
        public TestRun {
            list = List.copyOf(list);
        }

        /** Whether the test of a device failed in this way. */
        public boolean failed(String device, TestMessage how) {
            return list.stream()
                    .anyMatch(test -> test.device().equals(device)
                            && test.outcome() == DeviceTest.Outcome.FAILED
                            && test.message().equals(how));
        }
    }
}
