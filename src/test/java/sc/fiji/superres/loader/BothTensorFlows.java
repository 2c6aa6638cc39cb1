package sc.fiji.superres.loader;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/**
 * TensorFlow 1.15 as another plugin uses it, from the application class path, and ours beside it. By reflection: the tests
 * are compiled against the new one.
 */
final class BothTensorFlows {

	private BothTensorFlows() {}

	/** @param order {@code old} and {@code new}, as often as wished */
	public static void main(final String... order) throws Exception {
		for (final String which : order)
			if (which.equals("new")) OneInference.main();
			else System.out.println("OLD TensorFlow " + call("TensorFlow", null, "version") + " says " + product());
	}

	/** (1 2) · (3 4)ᵀ. */
	private static float product() throws Exception {
		try (AutoCloseable graph = (AutoCloseable) old("Graph").getConstructor().newInstance();
				AutoCloseable session = (AutoCloseable) old("Session").getConstructor(old("Graph")).newInstance(graph))
		{
			final Object builder = call("Graph", graph, "opBuilder", "MatMul", "product");
			call("OperationBuilder", builder, "addInput", constant(graph, "a", new float[][] { { 1, 2 } }));
			call("OperationBuilder", builder, "addInput", constant(graph, "b", new float[][] { { 3 }, { 4 } }));
			call("OperationBuilder", builder, "build");
			final Object runner = call("Session$Runner", call("Session", session, "runner"), "fetch", "product");
			final List<?> results = (List<?>) call("Session$Runner", runner, "run");
			final float[][] product = new float[1][1];
			call("Tensor", results.get(0), "copyTo", (Object) product);
			return product[0][0];
		}
	}

	private static Object constant(final Object graph, final String name, final float[][] values) throws Exception {
		final Object tensor = call("Tensor", null, "create", (Object) values);
		final Object builder = call("Graph", graph, "opBuilder", "Const", name);
		call("OperationBuilder", builder, "setAttr", "dtype", call("Tensor", tensor, "dataType"));
		call("OperationBuilder", builder, "setAttr", "value", tensor);
		return call("Operation", call("OperationBuilder", builder, "build"), "output", 0);
	}

	private static Object call(final String type, final Object on, final String name, final Object... arguments)
		throws Exception
	{
		for (final Method method : old(type).getMethods())
			if (method.getName().equals(name) && takes(method, arguments)) return method.invoke(on, arguments);
		throw new NoSuchMethodException(type + "." + name + Arrays.toString(arguments));
	}

	private static boolean takes(final Method method, final Object... arguments) {
		final Class<?>[] types = MethodType.methodType(void.class, method.getParameterTypes()).wrap().parameterArray();
		if (types.length != arguments.length) return false;
		for (int i = 0; i < types.length; i++)
			if (!types[i].isInstance(arguments[i])) return false;
		return true;
	}

	private static Class<?> old(final String name) throws ClassNotFoundException {
		return Class.forName("org.tensorflow." + name);
	}
}
