import type { CatalogNode } from '../../state/domain.js';

/** A node as the API shows it. */
export interface NodeView {
  readonly ID: string;
  readonly Node: string;
  readonly Address: string;
  readonly Datacenter: string;
  readonly TaggedAddresses: Readonly<Record<string, string>>;
  readonly Meta: Readonly<Record<string, string>>;
  readonly CreateIndex: number;
  readonly ModifyIndex: number;
}

/** How addresses are shown. */
export interface AddressView {
  /** Those that are reached from another datacenter, where there are such. */
  readonly isTranslated: boolean;
}

/** @returns the address at which to reach a node. */
export function nodeAddress(node: CatalogNode, { isTranslated }: AddressView): string {
  const wan = isTranslated ? node.taggedAddresses['wan'] : undefined;
  return wan === undefined || wan === '' ? node.address : wan;
}

/** A node. */
export function nodeView(node: CatalogNode, addresses: AddressView): NodeView {
  return {
    ID: node.id,
    Node: node.node,
    Address: nodeAddress(node, addresses),
    Datacenter: node.datacenter,
    TaggedAddresses: node.taggedAddresses,
    Meta: node.meta,
    CreateIndex: node.createIndex,
    ModifyIndex: node.modifyIndex,
  };
}
