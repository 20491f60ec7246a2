// @ts-check
/** @type {import('../../core/words.js').Words} */
export const words = {
  'watchlist.title': 'Watchlists',
  'watchlist.all': 'All symbols',
  'watchlist.first': 'Watchlist',
  'watchlist.star': '{symbol} on the watchlist',
  'watchlist.edit': 'Edit watchlists',
  'watchlist.button': 'Lists…',
  'watchlist.empty': 'The list “{name}” is empty. Show all symbols, then press the star ☆ before each symbol that you want to add.',
  'watchlist.hint': 'Press the star before a symbol, or w, to add it to the list that is shown or was shown last. A link to this page carries the list.',
  'watchlist.name': 'Name of a new list',
  'watchlist.create': 'Create',
  'watchlist.rename': 'Name of {name}',
  'watchlist.show': 'Show',
  'watchlist.open': 'Show {name}',
  'watchlist.up': 'Move {name} up',
  'watchlist.delete': 'Delete',
  'watchlist.remove': 'Delete {name}',
  'watchlist.deleted': '“{name}” is deleted.',
  'watchlist.undo': 'Undo',
  'watchlist.key': 'add the row to the watchlist, or remove it',
};
