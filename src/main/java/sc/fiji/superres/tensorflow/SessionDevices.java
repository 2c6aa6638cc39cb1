package sc.fiji.superres.tensorflow;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_SessionOptions;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.global.tensorflow;
import org.tensorflow.proto.ConfigProto;

import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.loader.SessionDevice;

/** The devices of a session. TensorFlow Java's own sessions do not tell them, so one is made through the C API. */
final class SessionDevices {

	private SessionDevices() {}

	/** @throws EngineException if TensorFlow refuses the configuration, or cannot start one of its devices */
	static List<SessionDevice> of(final ConfigProto config) {
		try (PointerScope scope = new PointerScope()) {
			final TF_Status status = TF_Status.newStatus();
			final TF_SessionOptions options = TF_SessionOptions.newSessionOptions();
			final byte[] bytes = config.toByteArray();
			tensorflow.TF_SetConfig(options, new BytePointer(bytes), bytes.length, status);
			status.throwExceptionIfNotOK();
			final TF_Session session = TF_Session.newSession(TF_Graph.newGraph(), options, status);
			status.throwExceptionIfNotOK();
			final TF_DeviceList list = tensorflow.TF_SessionListDevices(session, status);
			status.throwExceptionIfNotOK();
			try {
				return read(list, status);
			}
			finally {
				tensorflow.TF_DeleteDeviceList(list);
			}
		}
		catch (final TensorFlowException | IllegalArgumentException | UnsupportedOperationException e) {
			// of each kind there are exceptions of TensorFlow's, for its status codes
			throw new EngineException(String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
		}
	}

	private static List<SessionDevice> read(final TF_DeviceList list, final TF_Status status) {
		final List<SessionDevice> devices = new ArrayList<>();
		for (int i = 0; i < tensorflow.TF_DeviceListCount(list); i++) {
			final String type = tensorflow.TF_DeviceListType(list, i, status).getString();
			status.throwExceptionIfNotOK();
			final long memory = tensorflow.TF_DeviceListMemoryBytes(list, i, status);
			status.throwExceptionIfNotOK();
			devices.add(new SessionDevice(type, memory));
		}
		return List.copyOf(devices);
	}
}
