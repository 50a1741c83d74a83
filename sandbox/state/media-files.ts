/** A file or a folder of the media library. */
export interface MediaFile {
  id: string;
  locationId: string;
  type: 'file' | 'folder';
  name: string;
  /** The folder that it is in; none at the top. */
  parentId?: string;
  /** Where a file is served. */
  url?: string;
  size: number;
  contentType?: string;
  dateAdded: number;
  dateUpdated: number;
}
