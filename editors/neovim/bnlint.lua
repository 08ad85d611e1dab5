-- bnlint for Neovim 0.7 and later: put this file into ~/.config/nvim/plugin/.
-- Settings, before it is loaded: vim.g.bnlint = { language = 'en', profile = 'copyedit' }; cmd = { … } for the program.

local settings = vim.g.bnlint or {}

local options = {
  name = 'bnlint',
  cmd = settings.cmd or { 'bnlint', 'lsp' },
  init_options = settings,
  settings = { bnlint = settings },
  -- In 0.7 the workspace is where a file to recognise it by is.
  root_dir = nil,
}

local function root_of(path)
  local directory = vim.fn.fnamemodify(path, ':p:h')
  local config = vim.fn.findfile('bnlint.toml', directory .. ';')
  if config ~= '' then return vim.fn.fnamemodify(config, ':p:h') end
  local git = vim.fn.finddir('.git', directory .. ';')
  if git ~= '' then return vim.fn.fnamemodify(git, ':p:h:h') end
  return directory
end

local clients = {} -- by root

local function attach(event)
  if vim.bo[event.buf].buftype ~= '' then return end
  local root = root_of(event.file)
  local config = vim.tbl_extend('force', options, { root_dir = root })
  if vim.lsp.start then
    vim.lsp.start(config, { bufnr = event.buf })
    return
  end
  if not (clients[root] and vim.lsp.get_client_by_id(clients[root])) then
    clients[root] = vim.lsp.start_client(config)
  end
  vim.lsp.buf_attach_client(event.buf, clients[root])
end

vim.api.nvim_create_autocmd('FileType', {
  pattern = settings.filetypes or { 'text', 'markdown', 'html', 'xml', 'json', 'po' },
  callback = attach,
})
