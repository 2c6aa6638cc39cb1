/** Training: patches and their augmentation, the schedule of the learning rate, validation, checkpoints. */
package sc.fiji.superres.training;
