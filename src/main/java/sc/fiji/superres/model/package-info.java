/**
 * Models on disk: packages after the bioimage.io model description, the folders they are sought in, and the import of
 * weights from elsewhere.
 */
package sc.fiji.superres.model;
