package sc.fiji.superres.gpu;

/**
 * A graphics processor of NVIDIA's.
 *
 * @param index that nvidia-smi gives to it, in the order of the PCI bus
 * @param uuid such as {@code GPU-5c7a...}
 * @param name such as {@code NVIDIA A100-SXM4-40GB}
 * @param totalMegabytes of memory; 0 where that is not known
 * @param freeMegabytes of memory when it was asked; 0 where that is not known
 */
public record Gpu(int index, String uuid, String name, long totalMegabytes, long freeMegabytes) {

	/** Such as {@code NVIDIA A100-SXM4-40GB, 40960 MB}. */
	@Override
	public String toString() {
		return totalMegabytes > 0 ? name + ", " + totalMegabytes + " MB" : name;
	}
}
