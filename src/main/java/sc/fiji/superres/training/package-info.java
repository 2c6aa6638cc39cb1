/**
 * Training: sets of images or pairs, degradations, patches, what a training starts from, the schedule, the steps with their
 * validation, checkpoints and learning curve, and whether a network and its discriminator learn from each other.
 */
package sc.fiji.superres.training;
