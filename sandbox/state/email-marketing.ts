/** What emails to many are made of: templates, and the campaigns that send them. */

export interface EmailTemplate {
  id: string;
  locationId: string;
  name: string;
  templateType: 'html' | 'folder' | 'import' | 'builder' | 'blank';
  parentId?: string;
  html: string;
  previewText?: string;
  isPlainText: boolean;
  archived: boolean;
  updatedBy: string;
  dateAdded: number;
  dateUpdated: number;
}

export interface EmailCampaign {
  id: string;
  locationId: string;
  name: string;
  status: string;
  emailStatus: string;
  templateId: string;
  archived: boolean;
  dateAdded: number;
  dateUpdated: number;
}
